import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stylesFor, workbookBytes } from "../../../../bench/generator/workbook-bytes.ts";
import { zipBytes, type ZipPart } from "../../../../bench/generator/zip-bytes.ts";
import { GoldpanError } from "../../../errors.ts";
import { openSource } from "../../open-source.ts";
import { zipContent } from "../../zip/zip-chunks.ts";
import { readZipDirectory } from "../../zip/zip-directory.ts";

/** `GOLDPAN_FUZZ_RUNS` asks for more. */
const runs = Number(process.env["GOLDPAN_FUZZ_RUNS"] ?? 500);

const folder = mkdtempSync(join(tmpdir(), "goldpan-mutated-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fixtures = join(import.meta.dirname, "../../../../fixtures");
const originals: Buffer[] = [
  "import/ledger.xlsx",
  "import/empty-shared-string.xlsx",
  "demo/exports/04-企业微信客户列表.xlsx",
].map((name) => readFileSync(join(fixtures, name)));
originals.push(
  workbookBytes({
    sheets: [
      {
        name: "S",
        xml: `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>电话</t></is></c></row>
          <row r="2"><c r="A2" s="1"><v>45356</v></c><c r="B2"><f>1</f><v>13800138000</v></c></row></sheetData>
          <mergeCells><mergeCell ref="A2:A3"/></mergeCells>`,
      },
    ],
    strings: "<si><t>客户名称</t></si><si><r><t>华</t></r><rPh><t>カ</t></rPh></si>",
    styles: stylesFor(14),
  }),
);
const unpacked: ZipPart[][] = [];

beforeAll(async () => {
  for (const [at, bytes] of originals.entries()) {
    const path = join(folder, `original-${at}.xlsx`);
    writeFileSync(path, bytes);
    const parts: ZipPart[] = [];
    for (const entry of (await readZipDirectory(path)).entries) {
      parts.push({ name: entry.name, content: await zipContent(path, entry, 1 << 24) });
    }
    unpacked.push(parts);
  }
});

interface Change {
  /** Where, as a share of the length. */
  readonly at: number;
  readonly kind: "flip" | "cut" | "drop" | "repeat" | "zero" | "insert";
  readonly length: number;
  readonly byte: number;
  readonly mark: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom("flip", "cut", "drop", "repeat", "zero", "insert"),
  length: fc.nat({ max: 300 }),
  byte: fc.nat({ max: 255 }),
  mark: fc.constantFrom(
    "<",
    ">",
    "</row>",
    '<row r="9999999">',
    "</c>",
    "<v>",
    "<![CDATA[",
    "<!--",
    "PK\u0003\u0004",
    '"',
    "/>",
    "</sheetData>",
    "<si>",
    "</si>",
  ),
});

function mutate(bytes: Buffer, { at, kind, length, byte, mark }: Change): Buffer {
  const from = Math.floor(at * bytes.length);
  const to = Math.min(from + length, bytes.length);
  const changed: Readonly<Record<Change["kind"], readonly Uint8Array[]>> = {
    cut: [],
    drop: [bytes.subarray(to)],
    repeat: [bytes.subarray(from, to), bytes.subarray(from)],
    zero: [Buffer.alloc(to - from), bytes.subarray(to)],
    insert: [Buffer.from(mark), bytes.subarray(from)],
    flip: [Buffer.from([byte]), bytes.subarray(from + 1)],
  };
  return Buffer.concat([bytes.subarray(0, from), ...changed[kind]]);
}

/** Opens and reads all of it: rows that add up, or an error that says what the file is. */
async function readOrRefuse(path: string): Promise<void> {
  try {
    const source = await openSource(path);
    for (const table of source.tables) {
      let rows = 0;
      for await (const batch of table.batches())
        rows += batch.rows.length + batch.quarantined.length;
      const counts = table.counts();
      expect(rows).toBe(counts.data + counts.quarantined);
      expect(rows).toBeGreaterThan(0);
    }
    await source.close();
  } catch (error) {
    if (!(error instanceof GoldpanError)) throw error;
    expect(error.code).toMatch(/^IMPORT_/);
  }
}

const longestMs = 5000;

async function inTime(path: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`longer than ${longestMs} ms`)), longestMs);
  });
  await Promise.race([readOrRefuse(path), late]).finally(() => clearTimeout(timer));
}

const changes = fc.array(change, { minLength: 1, maxLength: 4 });
const which = fc.nat({ max: originals.length - 1 });

test("workbooks with bytes changed are read or refused, never empty without a word", async () => {
  const path = join(folder, "bytes.xlsx");
  await fc.assert(
    fc.asyncProperty(which, changes, async (at, each) => {
      writeFileSync(path, each.reduce(mutate, originals[at] ?? Buffer.alloc(0)));
      await inTime(path);
    }),
    { numRuns: runs / 2 },
  );
});

test("so are workbooks whose parts were changed and packed anew", async () => {
  const path = join(folder, "parts.xlsx");
  await fc.assert(
    fc.asyncProperty(which, fc.nat(), changes, async (at, part, each) => {
      const parts = unpacked[at] ?? [];
      const changed = part % parts.length;
      const packed = parts.map((one, index) =>
        index === changed
          ? { ...one, content: each.reduce(mutate, Buffer.from(one.content)) }
          : one,
      );
      writeFileSync(path, zipBytes(packed));
      await inTime(path);
    }),
    { numRuns: runs / 2 },
  );
});
