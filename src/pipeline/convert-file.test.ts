import fc from "fast-check";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openSource } from "../importers/open-source.ts";
import { csvRow } from "../report/csv.ts";
import { convertFile, type ConvertOptions, type ConvertResult } from "./convert-file.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-convert-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Rows = readonly (readonly string[])[];
const columns = ["客户名称", "2024", "电话"];

function write(rows: Rows): string {
  const path = join(folder, "in.csv");
  const lines = [columns, ...rows].map((cells) => csvRow(cells, { excelSafe: false }));
  writeFileSync(path, lines.join(""));
  return path;
}

async function convert(
  path: string,
  to: ConvertOptions["to"],
  style: Partial<ConvertOptions> = {},
): Promise<ConvertResult & { bytes: Buffer }> {
  const chunks: Buffer[] = [];
  const options = { read: {}, to, bom: false, excelSafe: false, ...style };
  const result = await convertFile(path, options, (chunk) => {
    chunks.push(Buffer.from(chunk));
    return Promise.resolve();
  });
  return { ...result, bytes: Buffer.concat(chunks) };
}

async function readBack(bytes: Buffer, name: string): Promise<Rows> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const source = await openSource(path);
  const rows: (readonly string[])[] = [];
  for await (const batch of source.tables[0]?.batches() ?? [])
    rows.push(...batch.rows.map(({ cells }) => cells));
  await source.close();
  return rows;
}

const letters = ["a", "7", "华", "𠮷", " ", ",", '"', "\n", "\\", "é", "<", "&"];
// A cell of nothing but blanks is no text in a workbook.
const cell = fc
  .string({ unit: fc.constantFrom(...letters), maxLength: 8 })
  .map((text) => (text.trim() === "" ? "" : text));
const name = fc.string({
  unit: fc.constantFrom("华", "宸", "a", '"', ","),
  minLength: 1,
  maxLength: 6,
});
const rows = fc.array(
  fc.tuple(
    name.map((text) => `司${text}`),
    cell,
    cell,
  ),
  {
    minLength: 1,
    maxLength: 20,
  },
);

test("what is converted to CSV or .xlsx is read back cell by cell", async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom("csv", "xlsx"), async (table, to) => {
      const { bytes, counts } = await convert(write(table), to);
      expect(counts.data).toBe(table.length);
      expect(await readBack(bytes, `out.${to}`)).toEqual(table);
    }),
    { numRuns: 60 },
  );
});

test("NDJSON has a string for every cell, keys in the order of the columns", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const { bytes } = await convert(write(table), "ndjson");
      const expected = table.map(
        (cells) =>
          `{${columns.map((column, at) => `"${column}":${JSON.stringify(cells[at])}`).join(",")}}\n`,
      );
      expect(bytes.toString()).toBe(expected.join(""));
    }),
    { numRuns: 200 },
  );
});

test("rows longer than the buffer are written whole", async () => {
  const table = [
    ["华宸", "x".repeat(3 << 20), ""],
    ["明远", '"'.repeat(100_000), "2"],
  ];
  const { bytes } = await convert(write(table), "ndjson");
  const [first, second] = bytes.toString().trimEnd().split("\n");
  expect(JSON.parse(first ?? "")).toEqual({ 客户名称: "华宸", 2024: table[0]?.[1], 电话: "" });
  expect(JSON.parse(second ?? "")).toEqual({ 客户名称: "明远", 2024: table[1]?.[1], 电话: "2" });
});

test("a failure to write is thrown, wherever it happens", async () => {
  const path = write(Array.from({ length: 40_000 }, () => ["华宸", "1", "2".repeat(60)]));
  const options = { read: {}, bom: false, excelSafe: false };
  for (const to of ["csv", "ndjson", "xlsx"] as const) {
    const full = (): Promise<void> => Promise.reject(new Error("full"));
    await expect(convertFile(path, { ...options, to }, full)).rejects.toThrow("full");
  }
});

test("of thousands of rows that were set aside the first are returned, and all are counted", async () => {
  const path = join(folder, "ragged.csv");
  writeFileSync(path, `客户名称,电话\n${"华宸,1,2\n".repeat(5000)}明远,1\n`);
  const { quarantined, counts } = await convert(path, "csv");
  expect([quarantined.length, counts.quarantined, counts.data]).toEqual([1000, 5000, 1]);
});
