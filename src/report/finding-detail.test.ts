import { expect, test } from "vitest";
import { findingDetail, noteText } from "./finding-detail.ts";

test.each([
  ["expected 2 cells, got 3", "zh", "应为 2 格, 实为 3 格"],
  ["no line break for 16 MB", "zh", "16 MB 内没有换行"],
  ["expected 2 cells, got 3", "en", "expected 2 cells, got 3"],
  ["1 row, the first is 6", "zh", "1 行, 首见于第 6 行"],
  ["12 cells, the first is AB3", "zh", "12 格, 首见于 AB3"],
  ["#N/A", "zh", "#N/A"],
] as const)("%s in %s -> %s", (detail, language, expected) => {
  expect(findingDetail(detail, language)).toBe(expected);
});

const note = {
  code: "I107",
  value: "台账",
  detail: "2 rows, the first is 6",
  en: "Cut",
  zh: "截断",
};

test("a note says what, where and how much, in the language asked for", () => {
  expect(noteText(note, "en")).toBe("I107  台账  Cut (2 rows, the first is 6)");
  expect(noteText(note, "zh")).toBe("I107  台账  截断 (2 行, 首见于第 6 行)");
  expect(noteText({ ...note, value: "", detail: "" }, "en")).toBe("I107  Cut");
});
