import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { workbookBytes, type SheetText } from "../../bench/generator/workbook-bytes.ts";
import { GoldpanError } from "../errors.ts";
import { openTable } from "./open-table.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-sheets-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "a.xlsx");

function sheet(name: string, ...rows: readonly (readonly string[])[]): SheetText {
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const xml = rows.map((cells) => `<row>${cells.map(cell).join("")}</row>`).join("");
  return { name, xml: `<sheetData>${xml}</sheetData>` };
}

const sheets = [
  sheet("林晓", ["客户名称", "电话"], ["华宸精密", "1"], ["合计", "1"]),
  sheet(
    "陈涛 2月",
    ["导出于 2 月"],
    ["电话", "客户名称", ""],
    ["2", "明远电子", "", "线下"],
    ["3", "启航"],
  ),
  sheet("说明", ["项目", "内容"], ["版本", "2"]),
  { ...sheet("字典", ["客户名称", "电话"], ["不读", "9"]), state: "hidden" },
];

interface Reading {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly read: number;
  readonly others: readonly string[];
}

async function read(asked: string, book: readonly SheetText[] = sheets): Promise<Reading> {
  writeFileSync(path, workbookBytes({ sheets: book }));
  const { source, table, otherSheets } = await openTable(path, { sheet: asked });
  const rows: string[] = [];
  for await (const batch of table.batches())
    rows.push(...batch.rows.map(({ row, cells }) => `${row}: ${cells.join("|")}`));
  await source.close();
  return { columns: table.columns, rows, read: table.counts().read, others: otherSheets };
}

test("sheets of the same headings, in whatever order, are one table with their names", async () => {
  expect(await read("*")).toEqual({
    columns: ["客户名称", "电话", "列3", "列4", "工作表"],
    rows: ["2: 华宸精密|1|||林晓", "3: 明远电子|2||线下|陈涛 2月", "4: 启航|3|||陈涛 2月"],
    read: 7,
    others: ["说明"],
  });
});

test("a pattern means the sheets that fit", async () => {
  const { rows, others } = await read("陈*");
  expect(rows).toEqual(["3: 2|明远电子||线下|陈涛 2月", "4: 3|启航|||陈涛 2月"]);
  expect(others).toEqual([]);
});

test("a column that has the name already keeps it", async () => {
  const { columns } = await read("*", [sheet("一月", ["客户名称", "工作表"], ["华宸", "x"])]);
  expect(columns).toEqual(["客户名称", "工作表", "工作表_2"]);
});

test("a pattern that fits nothing is told with the sheets there are", async () => {
  const error = await read("2024*").catch((thrown: unknown) => thrown);
  expect(error instanceof GoldpanError ? error.message : error).toContain(
    'it has no sheet "2024*", found 林晓, 陈涛 2月, 说明',
  );
});
