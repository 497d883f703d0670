import { expect, test } from "vitest";
import { isPlainHan } from "./plain-han.ts";

test.each([
  ["华宸精密", true, "Han letters"],
  ["", true, "nothing else in nothing"],
  ["华宸3", false, "a digit"],
  ["华 宸", false, "a space"],
  ["㐀华", false, "a letter of extension A"],
])("%s: %s (%s)", (text, expected) => {
  expect(isPlainHan(text)).toBe(expected);
});
