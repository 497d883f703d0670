import { expect, test } from "vitest";
import { isPlainLetter } from "./plain-letter.ts";

test.each([
  ["华", true, "a Han letter"],
  ["a", true, "a letter"],
  ["Z", true, "a capital"],
  ["0", true, "a digit"],
  ["@", false, "before the capitals"],
  ["[", false, "behind the capitals"],
  ["{", false, "behind the letters"],
  [":", false, "behind the digits"],
  ["Ａ", false, "of full width"],
  ["㐀", false, "of extension A"],
  [" ", false, "a space"],
])("%s: %s (%s)", (letter, expected) => {
  expect(isPlainLetter(letter.charCodeAt(0))).toBe(expected);
});
