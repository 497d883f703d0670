import fc from "fast-check";
import { expect, test } from "vitest";
import type { RawRow } from "../../raw-row.ts";
import { numberFormatOf, plain } from "../number-format.ts";
import { readSheet } from "./read-sheet.ts";
import { SharedStrings } from "./shared-strings.ts";

const strings = new SharedStrings();
const texts = ["客户名称", '华宸"精密"\n', "", " ", "a\\b"];
for (const text of texts) strings.add(Buffer.from(text), 0, Buffer.byteLength(text));
const context = { strings, formats: [plain, numberFormatOf("yyyy-mm-dd")], date1904: false };

interface Reading {
  readonly rows: readonly RawRow[];
  readonly plain: readonly unknown[];
  readonly findings: unknown;
}

async function read(xml: string, bytes: number, chunk = 1 << 20): Promise<Reading> {
  const content = Buffer.from(`<worksheet>${xml}</worksheet>`);
  async function* chunks(): AsyncGenerator<Buffer> {
    await Promise.resolve();
    for (let at = 0; at < content.length; at += chunk)
      yield Buffer.from(content.subarray(at, at + chunk));
  }
  const table = await readSheet({ file: "f", name: "S", chunks }, context, { bytes });
  const rows: RawRow[] = [];
  for await (const batch of table.rows) rows.push(...batch);
  const widths = [0, 1, 2].map((row) => table.widthBelow?.(row));
  return {
    rows,
    plain: rows.map(({ row, cells }) => [row, ...cells]),
    findings: [table.findings, widths],
  };
}

const cell = fc.oneof(
  fc.constantFrom(
    "<c/>",
    '<c s="1"><v>45356</v></c>',
    '<c t="e"><v>#N/A</v></c>',
    "<c><f>1</f></c>",
  ),
  fc.nat(4).map((id) => `<c t="s"><v>${id}</v></c>`),
  fc.integer().map((value) => `<c><v>${value}</v></c>`),
  fc
    .string({ unit: fc.constantFrom(...'华\\"\t\u007f é😀 '), maxLength: 5 })
    .map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`),
);
const row = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.array(cell, { maxLength: 5 }))
  .map(([number, cells]) => `<row${number === 0 ? "" : ` r="${number}"`}>${cells.join("")}</row>`);
const merge = fc
  .tuple(fc.constantFrom("A", "B"), fc.nat(9), fc.integer({ min: 1, max: 4 }))
  .map(
    ([column, from, more]) => `<mergeCell ref="${column}${from + 1}:${column}${from + 1 + more}"/>`,
  );
const sheet = fc
  .tuple(fc.array(row, { maxLength: 12 }), fc.array(merge, { maxLength: 4 }))
  .map(
    ([rows, merges]) =>
      `<sheetData>${rows.join("")}</sheetData><mergeCells>${merges.join("")}</mergeCells>`,
  );

test("rows that were kept and rows that were scanned again are the same", async () => {
  await fc.assert(
    fc.asyncProperty(sheet, fc.integer({ min: 1, max: 300 }), async (xml, chunk) => {
      const kept = await read(xml, 1 << 20);
      for (const budget of [0, 150]) {
        const again = await read(xml, budget, chunk);
        expect([again.plain, again.findings]).toEqual([kept.plain, kept.findings]);
      }
    }),
    { numRuns: 300 },
  );
});

/** The cells as they would stand in JSON, written from bytes. */
function jsonOf({ encoded }: RawRow): string[] {
  if (encoded === undefined) return [];
  const target = new Uint8Array(encoded.mostBytes);
  return Array.from({ length: encoded.width }, (_, at) => {
    const end = encoded.writeJson(at, target, 0);
    return `"${Buffer.from(target.subarray(0, end)).toString()}"`;
  });
}

test("cells are written as JSON from their bytes as JSON would write them", async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async (xml) => {
      const { rows } = await read(xml, 1 << 20);
      for (const each of rows.filter(({ encoded }) => encoded !== undefined)) {
        expect(jsonOf(each)).toEqual(each.cells.map((text) => JSON.stringify(text)));
        const wide = each.widened?.(each.cells.length + 2) ?? each;
        expect(wide.cells).toEqual([...each.cells, "", ""]);
        expect(jsonOf(wide)).toEqual([...jsonOf(each), '""', '""']);
      }
    }),
    { numRuns: 200 },
  );
});

test("rows without text make blank rows only above rows with some", async () => {
  const { plain } = await read(
    '<sheetData><row r="3"><c><v>1</v></c></row><row r="9"><c/></row></sheetData>',
    0,
  );
  expect(plain).toEqual([[1], [2], [3, "1"]]);
});

test("what lies beyond the last row of Excel makes no blank rows", async () => {
  const { plain } = await read(
    '<sheetData><row><c><v>1</v></c></row><row r="9000000"><c><v>2</v></c></row></sheetData>',
    0,
  );
  expect(plain).toEqual([
    [1, "1"],
    [9_000_000, "2"],
  ]);
});

test("sheets share what may be kept", async () => {
  const rows = Array.from({ length: 10 }, (_, at) => `<row><c><v>${at}</v></c></row>`);
  const xml = Buffer.from(`<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`);
  async function* chunks(): AsyncGenerator<Buffer> {
    await Promise.resolve();
    yield Buffer.from(xml);
  }
  const left = async (bytes: number): Promise<number> => {
    const budget = { bytes };
    await readSheet({ file: "f", name: "S", chunks }, context, budget);
    return budget.bytes;
  };
  expect(await left(100)).toBe(100);
  expect(await left(1 << 24)).toBeLessThan(1 << 24);
});
