import { expect, test } from "vitest";
import { isTraditional, toSimplified } from "./traditional.ts";

test.each([
  ["華為技術", "华为技术", "letter by letter"],
  ["乾隆年間的葡萄乾", "乾隆年间的葡萄干", "乾 in two words"],
  ["著名的著作，看著", "著名的著作，看着", "著 as a word and as a particle"],
  ["軟體", "软体", "the words stay those of the writer"],
  ["毫釐", "毫厘", "a phrase"],
])("shows %s as %s: %s", (text, expected) => {
  expect(toSimplified(text)).toBe(expected);
});

test.each([
  ["華為技術有限公司", true, "three letters of eight"],
  ["瑞昇科技有限公司", false, "昇 is in use today"],
  ["深圳华宸(東)有限公司", false, "one letter of ten"],
  ["ABC", false, "no Han letter"],
])("%s is traditional: %s, %s", (text, expected) => {
  expect(isTraditional(text)).toBe(expected);
});
