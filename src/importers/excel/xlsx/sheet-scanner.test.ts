import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plain } from "../number-format.ts";
import type { RawRow } from "../../raw-row.ts";
import { KeptRows } from "./kept-rows.ts";
import type { RowBlock } from "./row-block.ts";
import { RowSink } from "./row-sink.ts";
import { SharedStrings, readSharedStrings } from "./shared-strings.ts";
import { SheetRow } from "./sheet-row.ts";
import { SheetScanner } from "./sheet-scanner.ts";
import { SheetSurvey } from "./sheet-survey.ts";

const strings = new SharedStrings();
for (const text of ["华宸精密", "", "\u3000", "a&b"]) {
  strings.add(Buffer.from(text), 0, Buffer.byteLength(text));
}
const context = { strings, formats: [plain], date1904: false };

interface Scanned {
  readonly rows: readonly Pick<RawRow, "row" | "cells">[];
  readonly survey: unknown;
}

function scan(bytes: Buffer, cuts: readonly number[]): Scanned {
  const survey = new SheetSurvey();
  const kept = new KeptRows(survey, context, { file: "f", budget: { bytes: 1 << 30 } });
  const scanner = new SheetScanner(kept, "f");
  let from = 0;
  for (const to of [...cuts, bytes.length]) {
    scanner.push(Buffer.from(bytes.subarray(from, to)));
    from = to;
  }
  scanner.end();
  const { isOrdered, merges, hiddenRows, lostDigits, errors, uncalculated } = survey;
  const widths = Array.from({ length: 12 }, (_, at) => survey.widthBelow(at));
  return {
    rows: [...(kept.take() ?? [])].flatMap(rowsIn),
    survey: { isOrdered, merges, hiddenRows, lostDigits, errors, uncalculated, widths },
  };
}

function rowsIn(block: RowBlock): Pick<RawRow, "row" | "cells">[] {
  return Array.from({ length: block.count }, (_, at) => {
    const { row, cells } = new SheetRow(block, at);
    return { row, cells };
  });
}

const sheet =
  Buffer.from(`<?xml version="1.0"?><!-- a --><x:worksheet xmlns:x="u"><x:cols><x:col/></x:cols><sheetData>
<row r="1" spans="1:3"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1"><v>13800138000</v></c><c r="C1" s="9"/></row>
<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>华宸 &amp; 明远_x000D_</t></is></c><c t="str"><f>A&lt;1</f><v>公式</v></c></row>
<row r="4"><c r='B4' t="inlineStr"><is><r><t xml:space="preserve"> 一</t></r><rPh sb="0" eb="1"><t>カ</t></rPh><r><t><![CDATA[<二>]]></t></r></is></c></row>
<x:row><x:c><x:v>1.50</x:v></x:c><c t="s"><v>2</v></c><c t="e"><v>#N/A</v></c><c><f>1</f></c></x:row><row r="9"/>
<row><c r="AB10" t="b"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></x:worksheet>`);

describe("a sheet that comes in pieces", () => {
  const whole = scan(sheet, []);

  test("is read as it was meant", () => {
    expect(whole.rows.map(({ row, cells }) => `${row}: ${cells.join("|")}`)).toEqual([
      "1: 华宸精密|13800138000",
      "2: 华宸 & 明远\r|公式",
      "4: | 一<二>",
      "5: 1.5|\u3000|#N/A",
      `10: ${"|".repeat(27)}TRUE`,
    ]);
    expect(whole.survey).toEqual({
      isOrdered: true,
      merges: [{ column: 0, from: 1, to: 2 }],
      hiddenRows: 1,
      lostDigits: { count: 0, first: "" },
      errors: { count: 1, first: "C5" },
      uncalculated: { count: 1, first: "D5" },
      widths: [28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 0, 0],
    });
  });

  test("is read alike wherever it is cut", () => {
    for (let at = 0; at <= sheet.length; at += 1) expect(scan(sheet, [at])).toEqual(whole);
  });

  test("is read alike byte by byte", () => {
    const everywhere = Array.from({ length: sheet.length }, (_, at) => at);
    expect(scan(sheet, everywhere)).toEqual(whole);
  });
});

/** Marks and texts that mean something to the scanner, whole and in pieces. */
const piece = fc.constantFrom(
  ...'<row>|</row>|<row r="3">|<row/>|<c>|<c r="B1">|<c r="A2" t="s">|<c t="inlineStr">|</c>|<c/>|<v>|</v>|<v>7</v>'.split(
    "|",
  ),
  ..."<is>|</is>|<t>|</t>|<t/>|<r>|</r>|<rPh>|</rPh>|<f>|</f>|<![CDATA[|]]>|<!--|-->|<|>|&amp;|&|\"|'|/|=| |0|1|华".split(
    "|",
  ),
  "<sheetData>",
  "</sheetData>",
  "<row><c><v>1</v></c></row>",
  '<mergeCell ref="A1:A3"/>',
  "<?x?>",
);

function outcome(bytes: Buffer, cuts: readonly number[]): unknown {
  try {
    return scan(bytes, cuts);
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

test("any sequence of marks is read alike wherever it is cut, or refused alike", () => {
  const pieces = fc.array(piece, { minLength: 1, maxLength: 60 });
  const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });
  fc.assert(
    fc.property(pieces, places, (marks, at) => {
      const bytes = Buffer.from(`<worksheet><sheetData>${marks.join("")}</sheetData></worksheet>`);
      const cuts = at.map((each) => Math.floor(each * bytes.length)).toSorted((a, b) => a - b);
      expect(outcome(bytes, cuts)).toEqual(outcome(bytes, []));
    }),
    { numRuns: 2000 },
  );
});

test("a table of texts is read alike wherever it is cut", async () => {
  const bytes = Buffer.from(
    '<?xml version="1.0"?><sst uniqueCount="6"><si><t>华宸</t></si><si/><si><t>a&amp;b</t></si><x:si><x:t>x</x:t></x:si>' +
      "<si><r><t>一</t></r><rPh><t>カ</t></rPh><r><t>二</t></r></si><si><t><![CDATA[</si>]]></t></si><si><t> </t></si></sst>",
  );
  for (let at = 0; at <= bytes.length; at += 1) {
    const pieces = [bytes.subarray(0, at), bytes.subarray(at)];
    async function* chunks(): AsyncGenerator<Buffer> {
      await Promise.resolve();
      yield* pieces.map((each) => Buffer.from(each));
    }
    const read = await readSharedStrings({ file: "f", chunks: chunks() });
    const texts = Array.from({ length: read.count }, (_, id) => read.text(id));
    expect(texts).toEqual(["华宸", "", "a&b", "x", "一二", "</si>", " "]);
    expect(texts.map((_, id) => read.isBlank(id))).toEqual(texts.map((text) => text.trim() === ""));
  }
});

test("more texts than are kept as strings stay what they are", () => {
  const many = new SharedStrings();
  for (let id = 0; id < 200_000; id += 1) many.add(Buffer.from(`客户${id}`), 0, 6 + `${id}`.length);
  for (const id of [0, 65_536, 0, 131_072, 199_999, 65_536])
    expect(many.text(id)).toBe(`客户${id}`);
});

test("a row without an end is not waited for", () => {
  const scanner = new SheetScanner(new RowSink(context, "f"), "f");
  scanner.push(Buffer.from("<worksheet><sheetData><row>"));
  const push = (): void => {
    for (let at = 0; at < 80; at += 1) scanner.push(Buffer.alloc(1 << 20, " "));
  };
  expect(push).toThrow("the sheet breaks off");
});
