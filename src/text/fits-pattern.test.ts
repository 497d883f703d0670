import { expect, test } from "vitest";
import { fitsPattern } from "./fits-pattern.ts";

test.each([
  ["2024-03", "2024-*", true],
  ["2023-03", "2024-*", false],
  ["客户(新)", "客户(新)", true],
  ["客户", "客户(新)", false],
  ["a-b-c", "a*b*c", true],
  ["ab", "a*b*b", false],
  ["任何", "*", true],
  ["", "*", true],
])("%s fits %s: %s", (text, pattern, expected) => {
  expect(fitsPattern(text, pattern)).toBe(expected);
});
