import { expect, test } from "vitest";
import { Dictionary } from "../dictionary.ts";
import type { TextPool } from "../text-pool.ts";
import { findMarked, markRecords } from "./record-marks.ts";

function pool(...ids: readonly string[]): TextPool {
  const dictionary = new Dictionary();
  for (const id of ids) dictionary.idOf(id);
  return dictionary.finish();
}

test("marked records are found wherever they stand now", () => {
  const marks = markRecords(pool("crm:1", "crm:2", "erp:1"));
  const found = findMarked(pool("crm:0", "crm:1", "crm:11", "erp:1", "erp:2"), marks);
  expect([...found]).toEqual([0, 1, 0, 1, 0]);
});

test("a hundred thousand ids have as many marks", () => {
  const ids = Array.from({ length: 100_000 }, (_, at) => `crm:${at}`);
  expect(new Set(markRecords(pool(...ids))).size).toBe(ids.length);
});

test("nothing marked", () => {
  expect([...findMarked(pool("a"), markRecords(pool()))]).toEqual([0]);
});
