import fc from "fast-check";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { TableDiff } from "../model/table-diff.ts";
import { csvRow } from "../report/csv.ts";
import { diffTables } from "./diff-tables.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-diff-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Rows = readonly (readonly string[])[];

function file(name: string, rows: Rows): string {
  const path = join(folder, name);
  writeFileSync(path, rows.map((cells) => csvRow(cells, { excelSafe: false })).join(""));
  return path;
}

async function diff(old: Rows, now: Rows, key: readonly string[]): Promise<TableDiff> {
  return diffTables({ old: file("old.csv", old), new: file("new.csv", now), key, read: {} });
}

const header = ["客户编号", "客户名称", "负责人", "电话"];

test("tells what was added, removed and changed, by column", async () => {
  const old = [
    header,
    ["C1", "华宸", "张敏", "1"],
    ["C2", "明远", "张敏", ""],
    ["C3", "启航", "李强", "3"],
    ["C4", "联创", "李强", "4"],
  ];
  const now = [
    ["电话", "客户编号", "客户名称", "负责人", "级别"],
    ["1", "C1", "华宸", "李强", "A"],
    ["2", "C2", "明远", "李强", "A"],
    ["3", "C3", " 启航 ", "李强", "A"],
    ["5", "C5", "新客户", "张敏", "A"],
  ];
  expect(await diff(old, now, ["客户编号"])).toMatchObject({
    columnsAdded: ["级别"],
    columnsRemoved: [],
    same: 1,
    changed: [
      { key: ["C1"], cells: [{ column: "负责人", before: "张敏", after: "李强" }] },
      {
        key: ["C2"],
        cells: [
          { column: "电话", before: "", after: "2" },
          { column: "负责人", before: "张敏", after: "李强" },
        ],
      },
    ],
    added: [{ key: ["C5"], cells: ["5", "C5", "新客户", "张敏", "A"] }],
    removed: [{ key: ["C4"], cells: ["C4", "联创", "李强", "4"] }],
    ambiguous: [],
    byColumn: [
      { column: "电话", filled: 1, cleared: 0, changed: 0 },
      {
        column: "负责人",
        changed: 2,
        commonest: [{ before: "张敏", after: "李强", count: 2 }],
      },
    ],
  });
});

test("a key in several rows, or blank, is compared with nothing", async () => {
  const old = [header, ["C1", "a", "", ""], ["C1", "b", "", ""], ["C2", "c", "", ""]];
  const now = [
    header,
    ["C1", "a", "", ""],
    ["C2", "c", "", ""],
    ["C2", "d", "", ""],
    ["", "e", "", ""],
  ];
  expect(await diff(old, now, ["客户编号"])).toMatchObject({
    same: 0,
    changed: [],
    ambiguous: [
      { key: [""], oldRows: 0, newRows: 1 },
      { key: ["C1"], oldRows: 2, newRows: 1 },
      { key: ["C2"], oldRows: 1, newRows: 2 },
    ],
  });
});

test("keys of several columns tell rows apart that one column does not", async () => {
  const old = [header, ["C1", "a", "张敏", ""], ["C1", "b", "李强", ""]];
  const now = [header, ["C1", "b", "李强", "1"], ["C1", "a", "张敏", ""]];
  const { same, changed } = await diff(old, now, ["客户编号", "客户名称"]);
  expect([same, changed.map(({ key }) => key)]).toEqual([1, [["C1", "b"]]]);
});

test("a key that is not there is refused", async () => {
  const rows = [header, ["C1", "a", "", ""]];
  await expect(diff(rows, rows, ["编号"])).rejects.toMatchObject({ code: "USAGE_UNKNOWN_COLUMN" });
});

test("every row of both versions is somewhere, whatever the order of the rows", async () => {
  const cell = fc.constantFrom("", "a", "b");
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, rows, async (left, right) => {
      const [old, now] = [left, right].map((each) => [
        ["客户编号", "客户名称", "负责人", "电话"],
        ...each.map((cells, at) => [...cells, `${at % 2}`]),
      ]);
      if (old === undefined || now === undefined) return;
      const found = await diff(old, now, ["客户编号"]);
      const both = found.same + found.changed.length;
      expect(both + found.removed.length + found.old.ambiguous).toBe(found.old.rows);
      expect(both + found.added.length + found.new.ambiguous).toBe(found.new.rows);
      const turned = await diff([header, ...old.slice(1).toReversed()], now, ["客户编号"]);
      expect({ ...turned, ambiguous: [] }).toEqual({ ...found, ambiguous: [] });
    }),
    { numRuns: 60 },
  );
});
