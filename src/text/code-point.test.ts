import { expect, test } from "vitest";
import { byCodePoint } from "./code-point.ts";

test.each([
  ["a", "b", -1, "letters in order"],
  ["ab", "a", 1, "the longer one comes after its prefix"],
  ["华", "华", 0, "equal texts"],
  ["\u{20164}", "\uff21", 1, "a letter outside the BMP comes after a full-width one"],
])("orders %s and %s as %i: %s", (left, right, expected) => {
  expect(Math.sign(byCodePoint(left, right))).toBe(expected);
});
