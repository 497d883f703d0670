import { expect, test } from "vitest";
import { joinedPinyinOf, pinyinOf } from "./pinyin.ts";

test.each([
  ["华宸", "hua chen", "syllables apart"],
  ["华晨", "hua chen", "homophones give the same key"],
  ["女3M", "nv", "letters without a reading are skipped"],
  ["ABC", "", "no Han letter, no key"],
])("%s -> %s: %s", (text, expected) => {
  expect(pinyinOf(text)).toBe(expected);
  expect(joinedPinyinOf(text)).toBe(expected.replaceAll(" ", ""));
});
