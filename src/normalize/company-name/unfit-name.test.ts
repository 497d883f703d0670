import { expect, test } from "vitest";
import { unfitCode } from "./unfit-name.ts";

test.each([
  ["深圳市***有限公司", "N115", "letters are hidden"],
  ["某某科技有限公司", "N115", "a name that stands for any"],
  ["上海XX科技", "N115", "letters stand for letters"],
  ["13912345678", "N116", "a phone"],
  ["a@zhaoda.com", "N116", "an address of mail"],
  ["www.zhaoda.com", "N116", "a web address"],
  ["91110000600037341L", "N116", "a credit code"],
  ["3M中国有限公司", "", "digits in a name"],
  ["58同城", "", "digits in front"],
  ["XXL Sports Ltd", "", "letters of a word"],
  ["1688", "", "a brand of digits"],
])("%s -> %j: %s", (name, code) => {
  expect(unfitCode(name)).toBe(code);
});
