import { expect, test } from "vitest";
import { withoutPinyinAnnotations } from "./pinyin-annotation.ts";

test.each([
  ["企業(yè)數(shù)字化", "企業數字化", "readings of their letters"],
  ["規(guī)模", "規模", "a tone mark inside"],
  ["绿(lǜ)色", "绿色", "ü"],
  ["销售(SMS)", "销售(SMS)", "an abbreviation"],
  ["华宸(hua)", "华宸(hua)", "no tone mark anywhere"],
  ["华宸(jì)", "华宸(jì)", "not a reading of 宸, and nothing vouches for it"],
  ["數(shù)據(jù)業(yè)務(wù)機(jī)績(jī)", "數據業務機績", "five right ones vouch for the sixth"],
])("%s -> %s: %s", (text, expected) => {
  expect(withoutPinyinAnnotations(text)).toBe(expected);
});
