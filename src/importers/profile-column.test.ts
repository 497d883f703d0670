import { expect, test } from "vitest";
import { ColumnProfiler, type PatternClass, type SuspicionClass } from "./profile-column.ts";

function profileOf(cells: readonly string[]): ReturnType<ColumnProfiler["profile"]> {
  const profiler = new ColumnProfiler("列");
  for (const cell of cells) profiler.add(cell);
  return profiler.profile();
}

test.each<[string, PatternClass]>([
  ["13800138000", "phone"],
  ["+86 138-0013-8000", "phone"],
  ["021-58880000转8001", "phone"],
  ["400-820-0000", "phone"],
  ["sales@example.com", "email"],
  ["www.example.com", "url"],
  ["91440300MA5EXAMP1X", "uscc"],
  ["2024-03-05 10:20:00", "date"],
  ["2024年3月5日", "date"],
  ["20240305", "date"],
  ["12,000.50", "number"],
  ["300万元", "number"],
  ["深圳华宸", "han"],
  ["Huachen Ltd", "latin"],
  ["***", "other"],
])("%s is taken for %s", (cell, pattern) => {
  expect(profileOf([cell]).patterns[pattern]).toBe(1);
});

test.each<[string, SuspicionClass]>([
  ["暂无", "missing-mark"],
  ["#N/A", "formula-error"],
  ["1.38E+10", "exponent"],
  ["锟斤拷", "mojibake"],
])("%s is suspicious: %s", (cell, suspicion) => {
  expect(profileOf([cell]).suspicious[suspicion]).toBe(1);
});

test("counts rows, filled and different values, and keeps three examples", () => {
  expect(profileOf(["华宸", "", " 华宸 ", "明远", "启航", "联创"])).toMatchObject({
    rows: 6,
    filled: 5,
    distinct: 4,
    isDistinctExact: true,
    longest: 2,
    examples: ["华宸", "明远", "启航"],
  });
});

test("tells values apart up to a bound only", () => {
  const many = Array.from({ length: 12_000 }, (_, at) => String(at));
  expect(profileOf(many)).toMatchObject({
    filled: 12_000,
    distinct: 10_000,
    isDistinctExact: false,
  });
});
