import { expect, test } from "vitest";
import {
  formatChange,
  formatCount,
  formatDuration,
  formatShare,
  formatTenths,
  formatWeight,
} from "./format-number.ts";

test.each([
  [0, "0", "nothing"],
  [999, "999", "no comma yet"],
  [24_894, "24,894", "one comma"],
  [1_234_567, "1,234,567", "two commas"],
])("counts %i -> %s: %s", (value, expected) => {
  expect(formatCount(value)).toBe(expected);
});

test.each([
  [40, "0.0s", "hardly any time"],
  [900, "0.9s", "below a second"],
  [59_960, "1m 00s", "never 60.0s"],
  [124_000, "2m 04s", "minutes"],
  [7_260_000, "2h 01m", "hours"],
])("durations %i -> %s: %s", (ms, expected) => {
  expect(formatDuration(ms)).toBe(expected);
});

test("scores, shares and weights have one decimal, and a dash where nothing was measured", () => {
  expect([formatTenths(1000), formatTenths(7), formatTenths(null)]).toEqual(["100.0", "0.7", "-"]);
  expect([22, -5, 0, null].map(formatChange)).toEqual(["+2.2", "-0.5", "0.0", "-"]);
  expect([formatShare(9999, 10_000), formatShare(1, 0)]).toEqual(["99.9%", "-"]);
  expect([formatWeight(-16_300), formatWeight(2000)]).toEqual(["-16.3", "2.0"]);
});
