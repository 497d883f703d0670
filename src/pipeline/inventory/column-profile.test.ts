import { expect, test } from "vitest";
import { ColumnProfiler, type ColumnProfile } from "./column-profile.ts";

function profileOf(cells: readonly string[]): ColumnProfile {
  const profiler = new ColumnProfiler();
  for (const cell of cells) profiler.add(cell);
  return profiler.profile();
}

test("counts rows, values and different values, and keeps three examples", () => {
  expect(profileOf(["华宸", "", " 华宸 ", "明远", "无", "启航", "联创"])).toMatchObject({
    rows: 7,
    filled: 5,
    distinct: { count: 4, exact: true },
    longest: 2,
    patterns: { han: 5 },
    suspicious: [{ kind: "missing-mark", count: 1, example: "无" }],
    examples: ["华宸", "明远", "启航"],
  });
});

test("the number of different values becomes an estimate where memory would grow", () => {
  const many = profileOf(Array.from({ length: 40_000 }, (_, at) => `客户${at}`));
  expect(many.distinct.exact).toBe(false);
  expect(Math.abs(many.distinct.count - 40_000)).toBeLessThan(1_600);
});

test("names the few values that are unlike all others, where the others are of one narrow kind", () => {
  const phones = Array.from({ length: 99 }, (_, at) => `138001380${String(at).padStart(2, "0")}`);
  expect(profileOf([...phones, "王经理"]).suspicious).toContainEqual({
    kind: "unlike",
    count: 1,
    example: "王经理",
  });
  expect(profileOf(["华宸", "明远", "ABC"]).suspicious).toEqual([]);
});

test("says from when to when a column of dates goes", () => {
  const dates = ["2024年3月5日", "20230101", "2025/12/1 10:00", "2024-07", "2024.3.9"];
  expect(profileOf(dates).dates).toEqual({ first: "2023-01-01", last: "2025-12-01" });
  expect(profileOf(["华宸"]).dates).toBeNull();
});

test("counts cells with personal data and cells that look like a name", () => {
  const notes = profileOf(["张伟 13800138000", "li@huachen.example", "下周回访", "王小明"]);
  expect(notes.personal).toEqual({ mobile: 1, email: 1 });
  expect(notes.names).toBe(1);
});

test("equal cells of equal seeds have equal hashes, blank ones none", () => {
  const [one, other] = [new ColumnProfiler(1), new ColumnProfiler(2)];
  expect(one.add("华宸")).toBe(one.add(" 华宸 "));
  expect(one.add("华宸")).not.toBe(other.add("华宸"));
  expect(one.add(" ")).toBe(0);
});
