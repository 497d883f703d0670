import { expect, test } from "vitest";
import { meantAddress } from "./broken-address.ts";

test.each<[string, string | undefined, string]>([
  ["wang@zhaoda,com", "wang@zhaoda.com", "a comma for the dot"],
  ["wang@zhaoda.com,cn", "wang@zhaoda.com.cn", "another one"],
  ["wang@zhaoda .com", "wang@zhaoda.com", "a space before the ending"],
  ["wang@@zhaoda.com", "wang@zhaoda.com", "@ twice"],
  ["wang@zhaoda..com", "wang@zhaoda.com", "the dot twice"],
  ["wang@.zhaoda.com", "wang@zhaoda.com", "a dot behind @"],
  ["wang@zhaodacom", "wang@zhaoda.com", "no dot"],
  ["wang@qq", "wang@qq.com", "no ending"],
  ["123456789qq.com", "123456789@qq.com", "no @"],
  ["wang(at)zhaoda.com", "wang@zhaoda.com", "a word for @"],
  ["wang#zhaoda.com", "wang@zhaoda.com", "a sign for @"],
  ["wang@zhaoda.c0m", "wang@zhaoda.com", "a zero for the letter"],
  ["www.qq.com", undefined, "a web address"],
  ["wang@zhaoda", undefined, "an ending that nobody can tell"],
  ["王丽@zhaoda.com", undefined, "no address at all"],
  ["wang@zhaoda.com", undefined, "nothing broken"],
])("%s -> %s: %s", (text, meant) => {
  expect(meantAddress(text)).toBe(meant);
});
