import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils, write, type CellObject, type WorkSheet } from "@e965/xlsx";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { stylesFor, workbookBytes } from "../../../../bench/generator/workbook-bytes.ts";
import type { RawTable } from "../../raw-row.ts";
import { readWorkbook } from "../read-workbook.ts";
import { openXlsx } from "./open-xlsx.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-equal-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

interface Sheet {
  readonly name: string | null;
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

async function sheetsOf(tables: readonly RawTable[]): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const { sheet, rows, widthBelow } of tables) {
    const cells: (readonly string[])[] = [];
    for await (const batch of rows) cells.push(...batch.map((row) => row.cells));
    // SheetJS counts on below the last row with text where cells are empty texts.
    while (cells.at(-1)?.length === 0) cells.pop();
    sheets.push({
      name: sheet,
      rows: cells,
      widths: [0, 1, 5].map((row) => widthBelow?.(row) ?? 0),
    });
  }
  return sheets;
}

async function readTwice(path: string): Promise<{ own: Sheet[]; sheetJs: Sheet[] }> {
  const opened = await openXlsx(path, undefined);
  if ("declined" in opened) throw new Error(opened.declined);
  const { tables } = await readWorkbook(path, undefined);
  return { own: await sheetsOf(opened.tables), sheetJs: await sheetsOf(tables) };
}

/**
 * Cells that SheetJS 0.20.3 misreads in the files that other systems wrote, `sheet!row,column`, rows
 * and columns from 1; README.md beside this file says why.
 */
const misread: Readonly<Record<string, readonly string[]>> = {
  "easyexcel_dataformat_cn.xlsx": ["8,1", "9,1", "10,1", "23,1", "24,1"],
};

const exportsFolder = join(import.meta.dirname, "../../../../../shared/data/exports");
const realFiles = existsSync(exportsFolder)
  ? readdirSync(exportsFolder).filter(
      (name) => name.endsWith(".xlsx") && !name.includes("protected"),
    )
  : [];
const fixtures = ["ledger.xlsx", "empty-shared-string.xlsx"].map((name) =>
  join(import.meta.dirname, "../../../../fixtures/import", name),
);

function differences(own: readonly Sheet[], sheetJs: readonly Sheet[]): string[] {
  return own.flatMap(({ rows }, sheet) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        cell === (sheetJs[sheet]?.rows[row]?.[column] ?? "") ? [] : [`${row + 1},${column + 1}`],
      ),
    ),
  );
}

describe("files that other systems wrote", () => {
  const paths = [...realFiles.map((name) => join(exportsFolder, name)), ...fixtures];
  test.each(paths)("%s: cell by cell what SheetJS reads", async (path) => {
    const { own, sheetJs } = await readTwice(path);
    expect(differences(own, sheetJs)).toEqual(misread[path.split(/[\\/]/).at(-1) ?? ""] ?? []);
    expect(own.map(({ name, widths }) => ({ name, widths }))).toEqual(
      sheetJs.map(({ name, widths }) => ({ name, widths })),
    );
    expect(own.map(({ rows }) => rows.length)).toEqual(sheetJs.map(({ rows }) => rows.length));
  });
});

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."华宸精密 <>&\"'_x0AaD\n\t　。😀é"), maxLength: 12 }),
  fc
    .string({ unit: "binary", maxLength: 6 })
    .filter((each) => !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]/.test(each)),
);
const number = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.double({ min: -1e20, max: 1e20, noNaN: true }),
  fc.constantFrom(13_800_138_000, 0.1 + 0.2, 1e21, 4_403_001_234_567_890, 1e-7, 0),
);
const dateCodes = [
  "yyyy-mm-dd",
  "yyyy/m/d h:mm",
  'yyyy"年"m"月"d"日"',
  "h:mm:ss",
  "[h]:mm:ss",
  "m/d/yy",
];
const formatted = fc.record({
  value: fc.oneof(
    fc.integer({ min: 0, max: 80_000 }),
    fc.double({ min: 0, max: 80_000, noNaN: true }),
  ),
  code: fc.constantFrom(...dateCodes, "0.00", "0%", "000000", "#,##0.00", '"¥"#,##0'),
});
const cell = fc.oneof(text, number, formatted, fc.boolean(), fc.constant(null));
const table = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 });

type Cell = string | number | boolean | null | { readonly value: number; readonly code: string };

async function exceljsBytes(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("表");
  rows.forEach((cells, row) =>
    cells.forEach((each, column) => {
      if (each === null) return;
      const target = sheet.getCell(row + 1, column + 1);
      target.value = typeof each === "object" ? each.value : each;
      if (typeof each === "object") target.numFmt = each.code;
    }),
  );
  return Buffer.from(await book.xlsx.writeBuffer());
}

function sheetJsBytes(rows: readonly (readonly Cell[])[], bookSST: boolean): Buffer {
  const cells = rows.map((row) =>
    row.map((each): CellObject | string | number | boolean | null =>
      each !== null && typeof each === "object" ? { t: "n", v: each.value, z: each.code } : each,
    ),
  );
  const sheet: WorkSheet = utils.aoa_to_sheet(cells);
  const book = { SheetNames: ["表"], Sheets: { 表: sheet } };
  // With `type: "buffer"` the result is a Buffer; the typings call it `any`.
  return write(book, { type: "buffer", bookType: "xlsx", bookSST }) as Buffer;
}

describe("workbooks of any content", () => {
  test.each<[string, (rows: readonly (readonly Cell[])[]) => Buffer | Promise<Buffer>]>([
    ["exceljs", exceljsBytes],
    ["SheetJS, texts in a table", (rows) => sheetJsBytes(rows, true)],
    ["SheetJS, texts in the cells", (rows) => sheetJsBytes(rows, false)],
  ])("as %s writes them are read as SheetJS reads them", async (_, bytesOf) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const path = join(folder, `${(files += 1)}.xlsx`);
        writeFileSync(path, await bytesOf(rows));
        const { own, sheetJs } = await readTwice(path);
        expect(own).toEqual(sheetJs);
      }),
      { numRuns: 80 },
    );
  });
});

/** Cells of one row, alone in its workbook. README.md beside the reader lists these differences. */
describe("what SheetJS misreads", () => {
  const texts =
    "<si><t>客户名称</t></si><si/><si><t>华宸</t></si><si><t><![CDATA[a</si>b]]></t></si>";
  test.each<[string, string, string | undefined, string]>([
    [
      '<c s="1"><v>45356</v></c>',
      "2024-03-05",
      "45356",
      "the first cell with a format known by number only",
    ],
    ['<c t="str"><f>A1</f><v>&amp;lt;</v></c>', "&lt;", "<", "a result that is resolved twice"],
    [
      '<c t="inlineStr"><is><t>&#128512;</t></is></c>',
      "😀",
      "\uf600",
      "letters beyond 16 bits by number",
    ],
    [
      '<c t="d"><v>2024-03-05T10:20:00</v></c>',
      "2024-03-05 10:20:00",
      "45356.4305555556",
      "a date as text without a format of dates",
    ],
    ['<c t="s"><v>3</v></c>', "a</si>b", "[CDATA[a", "CDATA with a mark in it"],
    ["<c><v>13800138000abc</v></c>", "13800138000abc", "13800138000", "a number that is none"],
    ["<!-- <c><v>1</v></c> --><c><v>2</v></c>", "2", undefined, "a cell in a comment"],
  ])("%s is %j, SheetJS says %j: %s", async (xml, expected, misreading) => {
    const path = join(folder, `${(files += 1)}.xlsx`);
    const sheets = [{ name: "S", xml: `<sheetData><row>${xml}<c><v>9</v></c></row></sheetData>` }];
    writeFileSync(path, workbookBytes({ sheets, strings: texts, styles: stylesFor(31) }));
    const { own, sheetJs } = await readTwice(path);
    expect([own[0]?.rows[0]?.[0], sheetJs[0]?.rows[0]?.[0]]).toEqual([expected, misreading]);
  });
});
