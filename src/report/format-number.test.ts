import { expect, test } from "vitest";
import { formatCount } from "./format-number.ts";

test.each([
  [0, "0", "nothing"],
  [999, "999", "no comma yet"],
  [24_894, "24,894", "one comma"],
  [1_234_567, "1,234,567", "two commas"],
])("%i -> %s: %s", (value, expected) => {
  expect(formatCount(value)).toBe(expected);
});
