import { expect, test } from "vitest";
import { maskIdentities, type IdentityRule } from "./mask-identities.ts";

test.each<[string, IdentityRule, string, string]>([
  ["11010519491231002X", "likely", "110105********002X", "an identity number of GB 11643"],
  ["张三 11010519491231002x 男", "likely", "张三 110105********002x 男", "within a text"],
  ["ID11010519491231002X", "likely", "ID110105********002X", "behind letters"],
  ["110105 19491231 002X", "likely", "110105**********002X", "in three pieces"],
  ["110105-19491231-002X", "likely", "110105**********002X", "with hyphens"],
  ["110105491231006", "likely", "110105*****1006", "the fifteen digits of before 1999"],
  ["110105491231002", "long", "110105491231002", "fifteen digits where companies' numbers stand"],
  [
    "110105194912310021",
    "likely",
    "110105194912310021",
    "a wrong check letter: no identity number",
  ],
  ["110105194912310021", "any", "110105********0021", "but where identity numbers stand it is one"],
  ["110105 491231 002", "any", "110105******* 002", "fifteen digits in pieces"],
  ["110105491231002", "likely", "110105491231002", "that may be a company's number as well"],
  ["110105491231002", "dated", "110105*****1002", "a company's number or not, it has a birthday"],
  ["310115600985533", "dated", "310115600985533", "but this one has none"],
  ["身份证号：110105491231002", "likely", "身份证号：110105*****1002", "called what it is"],
  ["证件 110105194912310021", "likely", "证件 110105********0021", "mistyped, and called so"],
  ["身份证已收, 注册号110105491231002", "likely", "身份证已收, 注册号110105491231002", "another's"],
  ["310115600985533", "likely", "310115600985533", "a registration number that checks"],
  ["91310115MA1K4ABC91", "likely", "91310115MA1K4ABC91", "a credit code"],
  ["1234567890123456789", "likely", "1234567890123456789", "a long id of a system"],
  ["6222021001116245702", "any", "6222021001116245702", "the number of a bank card"],
  ["13800138000 13900139000", "likely", "13800138000 13900139000", "two phones"],
])("%s by %s -> %s: %s", (text, rule, expected) => {
  expect(maskIdentities(text, rule)).toBe(expected);
});
