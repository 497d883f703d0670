import { expect, test } from "vitest";
import { blurredSyllable, soundAlike, soundNearlyAlike } from "./sound.ts";

test.each([
  ["华", "骅", true, true, "one reading"],
  ["重", "崇", true, true, "the second reading of 重"],
  ["林", "宁", false, true, "l and n, in and ing"],
  ["华", "宸", false, false, "nothing in common"],
  ["A", "A", true, false, "the same letter without a reading"],
])("%s and %s sound alike: %s, nearly: %s (%s)", (left, right, same, near) => {
  expect(soundAlike(left, right)).toBe(same);
  expect(soundNearlyAlike(left, right)).toBe(near);
});

test.each([
  ["zheng", "zen"],
  ["nian", "lian"],
  ["huang", "fuan"],
  ["rong", "long"],
  ["er", "er"],
])("blurs %s to %s", (syllable, expected) => {
  expect(blurredSyllable(syllable)).toBe(expected);
});
