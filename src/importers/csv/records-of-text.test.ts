import fc from "fast-check";
import { expect, test } from "vitest";
import { RecordSplitter, type TextRecord } from "./records-of-text.ts";

function split(text: string, chunk = text.length): TextRecord[] {
  const splitter = new RecordSplitter(",");
  const records: TextRecord[] = [];
  for (let at = 0; at < text.length; at += chunk)
    records.push(...splitter.push(text.slice(at, at + chunk)));
  return [...records, ...splitter.end()];
}

test.each([
  ["a,b\r\nc,d\n", ["a,b", "c,d"], "mixed line ends"],
  ['a,"b\nc"\nd', ['a,"b\nc"', "d"], "a line break inside quotes"],
  ['a,5" pipe\nd', ['a,5" pipe', "d"], "a quote inside a cell opens nothing"],
  ['a,="1\n2"\nd', ['a,="1\n2"', "d"], "Excel's guard is a quoted cell"],
  ['a,"b\nc\nd', ['a,"b', "c", "d"], "quotes nobody closed cost one line, not the file"],
  ['"b\nc,"2"\nd', ['"b', 'c,"2"', "d"], "a quote that the next quoted cell would close"],
  ['"b"c\nd', ['"b"c', "d"], "text behind a closed quote, on one line"],
  ['"a""\nb"\t,1\nd', ['"a""\nb"\t,1', "d"], "a TAB behind the quote"],
  ["a\n\nb", ["a", "", "b"], "blank lines are records: they count as rows"],
])("%j -> %j: %s", (text, expected) => {
  expect(split(text).map((record) => record.text)).toEqual(expected);
});

test("a quote that stays open for long costs its own line only", () => {
  const rows = Array.from({ length: 30_000 }, (_, at) => `row${at},x`);
  const records = split(`"open,1\n${rows.join("\n")}`, 1 << 14);
  expect(records).toHaveLength(30_001);
  expect(records[0]).toEqual({ text: '"open,1', brokenQuotes: true });
});

test("chunk boundaries change nothing", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "华", "=") });
  fc.assert(
    fc.property(letters, fc.integer({ min: 1, max: 7 }), (text, chunk) => {
      expect(split(text, chunk)).toEqual(split(text));
    }),
  );
});
