import { read, utils } from "@e965/xlsx";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { GoldpanError } from "../errors.ts";
import { openSource } from "../importers/open-source.ts";
import type { SourceTable } from "../model/source.ts";
import { writeXlsx } from "./xlsx-output.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-xlsx-"));
afterAll(() => rmSync(folder, { recursive: true }));

function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): SourceTable {
  return {
    sheet: "客户/台账",
    columns,
    headerRow: 1,
    preamble: [],
    findings: [],
    async *batches() {
      await Promise.resolve();
      yield { rows: rows.map((cells, at) => ({ row: at + 2, cells })), quarantined: [] };
    },
    counts: () => ({
      read: rows.length + 1,
      data: rows.length,
      quarantined: 0,
      nonData: { title: 0, header: 1, footer: 0, sample: 0, blank: 0 },
    }),
  };
}

async function write(table: SourceTable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await writeXlsx(table, (chunk) => {
    chunks.push(Buffer.from(chunk));
    return Promise.resolve();
  });
  return Buffer.concat(chunks);
}

const columns = ["客户名称", "信用代码", "备注"];
const rows = [
  ['华宸 <精密> & "机械"', "0000123456789012345", "  前后空格  "],
  ["𠮷野家", "1.38E+10", "第一行\n第二行"],
  ["a_x0041_b", "", "零\u0000字\r回车\t制表\ufffe"],
  ["=1+1", "TRUE", "2024-03-05"],
];

test("what is written is read back, letter by letter, by the own reader and by SheetJS", async () => {
  const bytes = await write(tableOf(columns, rows));
  const path = join(folder, "out.xlsx");
  writeFileSync(path, bytes);
  const { tables } = await openSource(path);
  const read1: (readonly string[])[] = [];
  for await (const batch of tables[0]?.batches() ?? [])
    read1.push(...batch.rows.map(({ cells }) => cells));
  expect([tables[0]?.sheet, tables[0]?.columns, read1]).toEqual(["客户 台账", columns, rows]);
  const book = read(readFileSync(path), { raw: true });
  const sheet = book.Sheets["客户 台账"];
  const read2 = sheet === undefined ? [] : utils.sheet_to_json(sheet, { header: 1, defval: "" });
  expect(read2.slice(0, 3)).toEqual([columns, ...rows.slice(0, 2)]);
});

test("the same table gives the same bytes", async () => {
  expect(await write(tableOf(columns, rows))).toEqual(await write(tableOf(columns, rows)));
});

test.each<[string, string[], string[][]]>([
  ["a cell", ["a"], [["x".repeat(32_768)]]],
  ["columns", Array.from({ length: 16_385 }, (_, at) => `c${at}`), []],
  ["rows", ["a"], Array.from({ length: 1_048_576 }, () => ["1"])],
])("more than a sheet holds is refused, not cut: %s", async (_, header, body) => {
  const error = await write(tableOf(header, body)).catch((thrown: unknown) => thrown);
  expect(error instanceof GoldpanError ? error.code : error).toBe("OUTPUT_TOO_LARGE");
});

test("an output that cannot be written is the error that is thrown", async () => {
  const full = new Error("no space");
  await expect(writeXlsx(tableOf(columns, rows), () => Promise.reject(full))).rejects.toBe(full);
});
