import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRecords } from "./parse-records.ts";
import { RecordSplitter } from "./records-of-text.ts";

function cellsOf(text: string): (readonly string[])[] {
  const splitter = new RecordSplitter(",");
  const records = [...splitter.push(text), ...splitter.end()];
  return parseRecords(records, ",").map(({ cells }) => cells);
}

test.each<[string, string[][], string]>([
  ['a,="0755"\n', [["a", "0755"]], "Excel's guard"],
  ['="1\n2",b\n', [["1\n2", "b"]], "a line break inside the guard"],
  ['"=""000001""",b\n', [["000001", "b"]], "the guard, quoted once more"],
  ["a\t,'0755\n", [["a", "0755"]], "a TAB behind, an apostrophe in front"],
  ["it's,'quoted'\n", [["it's", "'quoted'"]], "other apostrophes stay"],
  ['5" pipe,关注"对象"\n', [['5" pipe', '关注"对象"']], "quotes inside a cell"],
  ['"a ""b"" c",d\n\ne,f\n', [['a "b" c', "d"], [""], ["e", "f"]], "doubled quotes, a blank line"],
])("%j -> %j: %s", (text, expected) => {
  expect(cellsOf(text)).toEqual(expected);
});

test("regular text is read as csv-parse reads it", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "华", ",", '"', "\n", " ", "\r\n"),
    maxLength: 6,
  });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  const quote = (text: string): string =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  fc.assert(
    fc.property(table, (rows) => {
      const text = rows.map((cells) => `${cells.map(quote).join(",")}\n`).join("");
      expect(cellsOf(text)).toEqual(
        parse(text, { relax_column_count: true, skip_empty_lines: false, record_delimiter: "\n" }),
      );
    }),
  );
});
