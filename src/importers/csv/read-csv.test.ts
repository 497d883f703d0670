import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EncodedCells } from "../../model/source.ts";
import type { RawRow } from "../raw-row.ts";
import { cleanCell, parseRecord } from "./parse-record.ts";
import { rowsOf } from "./read-csv.ts";

/** Text to rows, fed in chunks of so many bytes. */
async function read(text: string, chunk = text.length * 4): Promise<RawRow[]> {
  async function* chunks(): AsyncGenerator<Buffer> {
    await Promise.resolve();
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const rows: RawRow[] = [];
  for await (const batch of rowsOf(chunks())) rows.push(...batch);
  return rows;
}

const plainOf = ({ row, cells, text, broken }: RawRow): object => ({ row, cells, text, broken });

function jsonOf(encoded: EncodedCells, width: number): string[] {
  const target = new Uint8Array(encoded.mostBytes);
  return Array.from({ length: width }, (_, at) => {
    const end = encoded.writeJson(at, target, 0);
    return `"${Buffer.from(target.subarray(0, end)).toString()}"`;
  });
}

describe("cells", () => {
  test.each<[string, string[][], string]>([
    [
      "a,b\r\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
      "mixed line ends",
    ],
    [
      "a,b\rc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
      "carriage returns alone, no line break at the end",
    ],
    [
      "a,b,\n,,\n",
      [
        ["a", "b", ""],
        ["", "", ""],
      ],
      "empty cells",
    ],
    ["a\n\nb", [["a"], [""], ["b"]], "blank lines are records: they count as rows"],
    ['a,"b\nc"\nd', [["a", "b\nc"], ["d"]], "a line break inside quotes"],
    ['"a ""b"" c",d\n', [['a "b" c', "d"]], "doubled quotes"],
    ['""""\n"a"""\n', [['"'], ['a"']], "a doubled quote at the edge of its cell"],
    ['a,="0755"\n', [["a", "0755"]], "Excel's guard"],
    ['="1\n2",b\n', [["1\n2", "b"]], "a line break inside the guard"],
    ['"=""000001""",b\n', [["000001", "b"]], "the guard, quoted once more"],
    ["a\t,'0755\n", [["a", "0755"]], "a TAB behind, an apostrophe in front"],
    ['"a"\t,"b\t"\t\n', [["a", "b"]], "a TAB behind the quotes, and one inside"],
    [' "a,b" , ="0755"\n', [["a,b", "0755"]], "spaces around the quotes"],
    ["'+86,\"'0755\"\n", [["+86", "0755"]], "an apostrophe inside quotes"],
    ["it's,'quoted'\n", [["it's", "'quoted'"]], "other apostrophes stay"],
    ['5" pipe,关注"对象"\n', [['5" pipe', '关注"对象"']], "quotes inside a cell"],
    ['a,5" pipe\nd', [["a", '5" pipe'], ["d"]], "a quote inside a cell opens nothing"],
    ['"a""\nb"\t,1\nd', [['a"\nb', "1"], ["d"]], "a line break in quotes, a TAB behind them"],
    ["华，宸,b\n", [["华，宸", "b"]], "a full-width comma is a letter where another one delimits"],
  ])("%j -> %j: %s", async (text, expected) => {
    const rows = await read(text);
    expect(rows.map(({ cells }) => cells)).toEqual(expected);
    expect(rows.map(({ row }) => row)).toEqual(expected.map((_, at) => at + 1));
  });

  test.each([
    ['a,"b\nc\nd', ['a,"b'], ["c", "d"], "quotes nobody closed cost one line, not the file"],
    ['"b\nc,"2"\nd', ['"b'], ["c,2", "d"], "a quote that the next quoted cell would close"],
    ['"a\n"b"c\nd', ['"a'], ['"b"c', "d"], "text behind quotes that close on a later line"],
  ])("%j quarantines %j and keeps %j: %s", async (text, broken, kept) => {
    const rows = await read(text);
    const isBroken = ({ broken }: RawRow): boolean => broken !== undefined;
    expect(rows.filter(isBroken).map((each) => each.text)).toEqual(broken);
    expect(rows.filter((each) => !isBroken(each)).map(({ cells }) => cells.join())).toEqual(kept);
  });

  test("text behind closed quotes on one line is read without quoting", async () => {
    const [row] = await read('"b"c,d\n');
    expect(row).toMatchObject({ text: '"b"c,d' });
    expect(row?.broken).toBeUndefined();
  });
});

test("a quote that stays open for long costs its own line only", async () => {
  const lines = Array.from({ length: 60_000 }, (_, at) => `row${at},x\n`);
  const rows = await read(`"open,1\n${lines.join("")}`, 1 << 16);
  expect(rows).toHaveLength(60_001);
  expect(rows[0]).toMatchObject({ text: '"open,1', broken: { code: "I102" } });
});

test("of a line without end the beginning is kept, and what follows it is read", async () => {
  const text = `a,b\n${"x".repeat(17 << 20)},1\nc,d\n`;
  const rows = await read(text, 1 << 20);
  expect(rows.map(({ row, broken }) => [row, broken?.code])).toEqual([
    [1, undefined],
    [2, "I109"],
    [3, undefined],
  ]);
  expect(rows[1]?.text).toHaveLength(4096);
  expect((await read(text)).map(plainOf)).toEqual(rows.map(plainOf));
});

const delimiters = [",", ";", "\t", "|", "，"] as const;

/** Regular text by RFC 4180, whatever is in the cells, with any line end at the end of any row. */
const regularText = fc
  .constantFrom(...delimiters)
  .chain((delimiter) => {
    const letters = ["a", "7", "华", "𠮷", "é", " ", "-", '"', "\n", "\r", "\r\n", ...delimiters];
    const cell = fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 });
    const row = fc.record({
      cells: fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 5 }),
      end: fc.constantFrom("\n", "\r\n", "\r"),
    });
    const rows = fc.array(row, { minLength: 1, maxLength: 8 });
    return fc.record({ delimiter: fc.constant(delimiter), rows, isEnded: fc.boolean() });
  })
  .map(({ delimiter, rows, isEnded }) => {
    const lines = rows.map(({ cells, end }, at) => {
      const line = cells.map(([text, isQuoted]) => quoted(text, delimiter, isQuoted));
      return line.join(delimiter) + (isEnded || at < rows.length - 1 ? end : "");
    });
    // The first line says what delimits, so that the reader and the oracle agree on it.
    return { delimiter, text: lines.join(""), sep: `sep=${delimiter}\n` };
  });

function quoted(text: string, delimiter: string, always: boolean): string {
  const must = always || /["\r\n]/.test(text) || text.includes(delimiter);
  return must ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What csv-parse makes of the text, its cells without the TAB and the apostrophe of front ends. */
function oracle(text: string, delimiter: string): string[][] {
  const rows: string[][] = parse(text, {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ["\r\n", "\n", "\r"],
  });
  return rows.map((cells) => cells.map(cleanCell));
}

test("regular text is read as csv-parse reads it, cell by cell, however it is cut", async () => {
  await fc.assert(
    fc.asyncProperty(regularText, fc.integer({ min: 1, max: 9 }), async (table, chunk) => {
      const rows = await read(table.sep + table.text, chunk);
      expect(rows.map(({ cells }) => cells)).toEqual(oracle(table.text, table.delimiter));
    }),
    { numRuns: 1000 },
  );
});

const anyText = fc.string({
  unit: fc.constantFrom("a", ",", ",", '"', "\n", "\r", "华", "=", "'", "7", "\t", " ", "\\", "\0"),
  maxLength: 40,
});

test("irregular text is the same at every chunk boundary too", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.integer({ min: 1, max: 7 }), async (text, chunk) => {
      const whole = (await read(`sep=,\n${text}`)).map(plainOf);
      expect((await read(`sep=,\n${text}`, chunk)).map(plainOf)).toEqual(whole);
    }),
    { numRuns: 1000 },
  );
});

test("rows that the scanner takes for regular are what csv-parse makes of their text", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      for (const row of await read(`sep=,\n${text}`)) {
        // csv-parse has no word for what front ends put around quotes.
        if (row.broken !== undefined || /[=\t \\]+"|"[\t ]/.test(row.text ?? "")) continue;
        expect(row.cells).toEqual(parseRecord(row.text ?? "", ",", false).cells);
      }
    }),
    { numRuns: 2000 },
  );
});

test("cells as JSON bytes are what JSON.stringify writes", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      for (const { cells, encoded } of await read(`sep=,\n${text}`)) {
        if (encoded !== undefined)
          expect(jsonOf(encoded, cells.length)).toEqual(cells.map((cell) => JSON.stringify(cell)));
      }
    }),
    { numRuns: 1000 },
  );
});
