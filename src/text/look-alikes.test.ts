import { expect, test } from "vitest";
import { lookAlike } from "./look-alikes.ts";

test.each([
  ["未", "末", true, "one stroke longer"],
  ["机", "帆", true, "as scanners read them"],
  ["未", "来", false, "nothing alike"],
  ["淘", "淘", true, "the same letter"],
])("%s and %s: %s (%s)", (left, right, expected) => {
  expect(lookAlike(left, right)).toBe(expected);
});
