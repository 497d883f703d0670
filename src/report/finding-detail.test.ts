import { expect, test } from "vitest";
import { findingDetail } from "./finding-detail.ts";

test.each([
  ["expected 2 cells, got 3", "zh", "应为 2 格, 实为 3 格"],
  ["no line break for 16 MB", "zh", "16 MB 内没有换行"],
  ["expected 2 cells, got 3", "en", "expected 2 cells, got 3"],
  ["#N/A", "zh", "#N/A"],
] as const)("%s in %s -> %s", (detail, language, expected) => {
  expect(findingDetail(detail, language)).toBe(expected);
});
