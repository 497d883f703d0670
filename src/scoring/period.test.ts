import { expect, test } from "vitest";
import { endOfPeriod, isPeriod, monthOf } from "./period.ts";

test.each([
  ["2026-02", "2026-02-28", "a month"],
  ["2024-02", "2024-02-29", "a leap year"],
  ["2026-Q1", "2026-03-31", "a quarter"],
  ["2026-Q4", "2026-12-31", "the last quarter"],
])("%s ends on %s: %s", (period, expected) => {
  expect(endOfPeriod(period)).toBe(expected);
});

test.each([
  ["2026-10", true],
  ["2026-Q3", true],
  ["2026-13", false],
  ["2026-Q5", false],
  ["2026", false],
  ["october.json", false],
])("%s is a period: %s", (text, expected) => {
  expect(isPeriod(text)).toBe(expected);
});

test("a day lies in its month", () => {
  expect(monthOf("2026-11-24")).toBe("2026-11");
});
