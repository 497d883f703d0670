import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import {
  stylesFor,
  workbookBytes,
  workbookParts,
} from "../../../../bench/generator/workbook-bytes.ts";
import { zipBytes, type ZipPart } from "../../../../bench/generator/zip-bytes.ts";
import { GoldpanError } from "../../../errors.ts";
import { openXlsx } from "./open-xlsx.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-xlsx-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

interface Reading {
  /** Sheet name -> `row: cell|cell`, rows with text only. */
  readonly sheets: Readonly<Record<string, readonly string[]>>;
  /** `code sheet: detail` */
  readonly findings: readonly string[];
}

async function read(bytes: Uint8Array, sheet?: string): Promise<Reading> {
  const path = join(folder, `${(files += 1)}.xlsx`);
  writeFileSync(path, bytes);
  const opened = await openXlsx(path, sheet);
  if ("declined" in opened) return { sheets: {}, findings: [opened.declined] };
  const sheets: Record<string, string[]> = {};
  const findings = [...opened.findings];
  for (const table of opened.tables) {
    const rows: string[] = [];
    for await (const batch of table.rows) {
      const filled = batch.filter(({ cells }) => cells.length > 0);
      rows.push(...filled.map(({ row, cells }) => `${row}: ${cells.join("|")}`));
    }
    sheets[table.sheet ?? ""] = rows;
    findings.push(...table.findings);
  }
  return {
    sheets,
    findings: findings.map(({ code, value = "", detail = "" }) => `${code} ${value}: ${detail}`),
  };
}

/** Rows of the only sheet, whose `<sheetData>` this is. */
async function rowsOf(
  rows: string,
  more: { strings?: string; styles?: string } = {},
): Promise<readonly string[]> {
  const xml = `<sheetData>${rows}</sheetData>`;
  return (await read(workbookBytes({ sheets: [{ name: "S", xml }], ...more }))).sheets["S"] ?? [];
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof GoldpanError ? error.code : String(error);
}

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...cells: readonly string[]): string => `<row>${cells.join("")}</row>`;

describe("texts", () => {
  test.each<[string, string, string]>([
    ["<t>华宸</t>", "华宸", "plain"],
    ["<t>A &amp; B &lt;C&gt; &quot;D&quot; &apos;E&apos;</t>", "A & B <C> \"D\" 'E'", "entities"],
    ["<t>&#21326;&#x5BB8;&#128512;</t>", "华宸😀", "letters by number, beyond 16 bits too"],
    [
      "<t>&nbsp;&#0;&#xD800;&unknown;</t>",
      "&nbsp;&#0;&#xD800;&unknown;",
      "what XML does not know stays",
    ],
    ["<t><![CDATA[A & <B>]]></t>", "A & <B>", "CDATA"],
    ["<t>a<![CDATA[</si></t>]]>b</t>", "a</si></t>b", "CDATA with marks in it, text around it"],
    ["<t>a<!-- no -->b</t>", "ab", "a comment"],
    ["<t>一_x000D_\n二</t>", "一\n二", "Excel's escape for a letter that XML cannot hold"],
    ["<t>_x005F_x000D_</t>", "_x000D_", "the escape of the escape"],
    ["<t>一\r\n二\r三</t>", "一\n二\n三", "one kind of line end"],
    ['<t xml:space="preserve"> 华 </t>', " 华 |.", "blanks that are kept"],
    ["<t> 华 </t>", " 华 |.", "blanks that nobody asked to keep"],
    ['<r><t>华</t></r><r><rPr><b/><sz val="9"/></rPr><t>宸</t></r>', "华宸", "runs of rich text"],
    [
      '<t>華宸</t><rPh sb="0" eb="2"><t>カシン</t></rPh><phoneticPr fontId="1"/>',
      "華宸",
      "a phonetic reading is no text",
    ],
    [
      '<r><t>華</t></r><rPh sb="0" eb="1"><t>カ</t></rPh><r><t>宸</t></r>',
      "華宸",
      "a reading between runs",
    ],
    ["<t/>", "|.", "nothing"],
    ["<r><t/></r><r><t>宸</t></r>", "宸", "an empty run"],
    ["<x:t>华宸</x:t>", "华宸", "a prefix"],
    ["", "|.", "no text element at all"],
  ])("%j is read as %j: %s", async (markup, expected) => {
    const shared = await rowsOf(row('<c t="s"><v>1</v></c>', inline(".")), {
      strings: `<si><t>zero</t></si><si>${markup}</si><si><t>two</t></si>`,
    });
    const inPlace = await rowsOf(row(`<c t="inlineStr"><is>${markup}</is></c>`, inline(".")));
    const text = expected.endsWith("|.") ? expected : `${expected}|.`;
    expect(shared).toEqual([`1: ${text}`]);
    expect(inPlace).toEqual(shared);
  });

  test("empty entries of the table of texts count", async () => {
    const cell = (id: number): string => `<c t="s"><v>${id}</v></c>`;
    const strings = "<si/><si></si><si><t></t></si><si><t>三</t></si>";
    expect(await rowsOf(row(cell(3), cell(0), cell(1), cell(2), cell(3)), { strings })).toEqual([
      "1: 三||||三",
    ]);
  });

  test("a text of a formula is resolved once", async () => {
    expect(await rowsOf(row('<c t="str"><f>A1</f><v>&amp;lt;</v></c>'))).toEqual(["1: &lt;"]);
  });

  test("a value in CDATA", async () => {
    expect(
      await rowsOf(row('<c t="str"><v><![CDATA[A & B]]></v></c>', "<c><v><!-- --> 7 </v></c>")),
    ).toEqual(["1: A & B|7"]);
  });
});

describe("values", () => {
  const formats = [14, 31, 56, '[$-804]yyyy"年"m"月"d"日";@', "[h]:mm", "000000", "0.00%"] as const;
  const styles = stylesFor(...formats);
  test.each<[string, string, string]>([
    ["<c><v>13800138000</v></c>", "13800138000", "a phone that became a number"],
    ["<c><v>1.3800138E10</v></c>", "13800138000", "with an exponent"],
    ["<c><v>1.3800138E+10</v></c>", "13800138000", "with an exponent and a sign"],
    ["<c><v>13800138000.0</v></c>", "13800138000", "with a fraction of nothing"],
    ["<c><v>000123</v></c>", "123", "zeros that no number has"],
    ["<c><v>0.1</v></c>", "0.1", "a fraction"],
    ["<c><v>0.30000000000000004</v></c>", "0.3", "more digits than Excel has"],
    [
      "<c><v>1234567890123456789</v></c>",
      "1234567890123456789",
      "an id whose digits are all there",
    ],
    [
      "<c><v>1.2345678901234568E18</v></c>",
      "1234567890123456800",
      "an id whose last digits are lost",
    ],
    ["<c><v>-0</v></c>", "0", "no sign before nothing"],
    ["<c><v>1E-7</v></c>", "0.0000001", "small, without an exponent"],
    ["<c><v>NaN</v></c>", "NaN", "what careless programs write"],
    ["<c><v> 7 </v></c>", "7", "blanks around it"],
    ['<c t="n"><v>7</v></c>', "7", "the type that need not be said"],
    ['<c s="1"><v>45356</v></c>', "2024-03-05", "a built-in date"],
    ['<c s="2"><v>45356</v></c>', "2024-03-05", "a built-in date of Chinese Excel"],
    ['<c s="3"><v>45356.75</v></c>', "2024-03-05 18:00:00", "and one with the time"],
    ['<c s="4"><v>45356</v></c>', "2024-03-05", "a date with its own code"],
    ['<c s="5"><v>1.5</v></c>', "36:00", "a length of time"],
    ['<c s="6"><v>123</v></c>', "000123", "zeros that the format adds"],
    ['<c s="7"><v>0.25</v></c>', "0.25", "a share"],
    ['<c s="99"><v>45356</v></c>', "45356", "a style that is not there"],
    ['<c t="b"><v>1</v></c>', "TRUE", "a truth"],
    ['<c t="b"><v>0</v></c>', "FALSE", "a falsehood"],
    ['<c t="b"><v>true</v></c>', "TRUE", "spelled out"],
    ['<c t="e"><v>#N/A</v></c>', "#N/A", "an error by its name"],
    [
      '<c t="d"><v>2024-03-05T10:20:00Z</v></c>',
      "2024-03-05 10:20:00",
      "a date as strict workbooks hold it",
    ],
    [
      '<c t="d" s="1"><v>2024-03-05T10:20:00</v></c>',
      "2024-03-05",
      "the same with a format of days",
    ],
    ['<c t="str"><f>A1&amp;B1</f><v>结果</v></c>', "结果", "the saved result of a formula"],
    ["<c><f>1+1</f><v>2</v></c>", "2", "the same, a number"],
    ['<c><f t="shared" si="0"/><v>3</v></c>', "3", "of a shared formula"],
    ['<c t="s"><v></v></c>', "", "a text without a number"],
    ['<c t="s"><v><![CDATA[0]]></v></c>', "no", "the number of a text in CDATA"],
    ['<c t="s"><v> 0 </v></c>', "no", "blanks around the number of a text"],
    ["<c><v/></c>", "", "no value"],
    ["<c><f>SUM(A:A)</f></c>", "", "a formula that nobody calculated"],
    ["<c><f>SUM(A:A)</f><v></v></c>", "", "the same, as openpyxl writes it"],
  ])("%s is %j: %s", async (cell, expected) => {
    const rows = await rowsOf(row(cell, inline(".")), { styles, strings: "<si><t>no</t></si>" });
    expect(rows).toEqual([`1: ${expected}|.`]);
  });

  test("without styles all numbers are plain", async () => {
    expect(await rowsOf(row('<c s="1"><v>45356</v></c>'))).toEqual(["1: 45356"]);
  });

  test("a workbook that counts from 1904", async () => {
    const xml = `<sheetData>${row('<c s="1"><v>43894</v></c>')}</sheetData>`;
    const book = { sheets: [{ name: "S", xml }], styles: stylesFor(14), date1904: true };
    expect((await read(workbookBytes(book))).sheets["S"]).toEqual(["1: 2024-03-05"]);
  });
});

describe("places", () => {
  test.each<[string, string[], string]>([
    ['<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row>', ["2: |1||2"], "gaps"],
    [
      '<row r="2"><c s="0"><v>1</v></c><c s="0"><v>2</v></c></row>',
      ["2: 1|2"],
      "cells without names in a row with one",
    ],
    [
      "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
      ["1: 1|2", "2: 3"],
      "no names at all",
    ],
    [
      '<row><c r="C7"><v>1</v></c></row><row><c><v>2</v></c></row>',
      ["7: ||1", "8: 2"],
      "rows named by their cells only",
    ],
    [
      '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row>',
      ["3: |1|2"],
      "a cell without a name stands behind the one before",
    ],
    [
      '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>',
      ["1: 1||3"],
      "cells in any order",
    ],
    [
      '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
      ["1: 2"],
      "a cell twice: the later one",
    ],
    [
      '<row r="1"><c r="A1"><v>1</v></c><c r="A1" s="1"/></row>',
      ["1: 1"],
      "a blank cell takes nothing away",
    ],
    [
      '<row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
      ["2: 2", "5: 5"],
      "rows in any order",
    ],
    [
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>',
      ["1: 1|2"],
      "a row in two pieces",
    ],
    [
      '<row r="1"/><row r="2"><c r="XFD2" s="1"/></row><row r="3"><c r="a3"><v>1</v></c></row>',
      ["3: 1"],
      "rows without text, a name in small letters",
    ],
    [
      "<row r='1' ><c\tr = 'B1'\n><v >1</v ></c ></row >",
      ["1: |1"],
      "blanks and quotes as XML allows them",
    ],
    ['<row r="1"><c r="A1" note="a>b"><v>1</v></c></row>', ["1: 1"], "a mark within an attribute"],
    [
      '<row r="1"><!-- <c r="A1"> --><c r="B1"><v>1</v><extLst><ext><v>9</v></ext></extLst></c></row>',
      ["1: |1"],
      "comments and extensions",
    ],
    [
      '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>华宸</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row>',
      ["1: 华宸|1"],
      "a prefix",
    ],
    [
      '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
      ["1048577: 1"],
      "beyond the last row of Excel, as some programs write",
    ],
  ])("%s -> %j: %s", async (rows, expected) => {
    expect(await rowsOf(rows)).toEqual(expected);
  });

  test("the width is that of the rows below, whatever the sheet claims", async () => {
    const xml = `<dimension ref="A1:XFD9"/><sheetData>
      <row r="1"><c r="A1"><v>1</v></c><c r="F1"><v>1</v></c></row>
      <row r="2"><c r="C2"><v>1</v></c><c r="XFD2" s="1"/><c r="D2" t="inlineStr"><is><t>\u3000</t></is></c></row></sheetData>`;
    const path = join(folder, "width.xlsx");
    writeFileSync(path, workbookBytes({ sheets: [{ name: "S", xml }] }));
    const opened = await openXlsx(path, undefined);
    const [table] = "tables" in opened ? opened.tables : [];
    expect([0, 1, 2].map((each) => table?.widthBelow?.(each))).toEqual([6, 3, 0]);
  });

  test("cells merged over rows are repeated, merges of several columns are not", async () => {
    const xml = `<sheetData>${row(inline("华宸"), inline("王"))}${row("<c/>", inline("李"))}</sheetData>
      <mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C2"/></mergeCells>`;
    expect((await read(workbookBytes({ sheets: [{ name: "S", xml }] }))).sheets["S"]).toEqual([
      "1: 华宸|王",
      "2: 华宸|李",
    ]);
  });
});

const one = `<sheetData>${row(inline("华宸"))}</sheetData>`;

describe("what is said of a sheet", () => {
  test.each<[string, string[], string]>([
    [
      row('<c t="e"><v>#N/A</v></c>', '<c t="e"><v>#REF!</v></c>'),
      ["I130 S: 2 cells, the first is A1"],
      "errors",
    ],
    [
      row("<c/>", "<c><f>A1</f></c>", inline(".")),
      ["I131 S: 1 cell, the first is B1"],
      "formulas without a result",
    ],
    [
      row("<c><v>1234567890123456000</v></c>", "<c><v>1.2345678901234568E18</v></c>"),
      ["I107 S: 1 row, the first is 1"],
      "digits that are lost",
    ],
    [row("<c><v>1234567890123456789</v></c>"), [], "digits that are all there"],
    [
      `<row hidden="1">${inline("a")}</row><row hidden="true">${inline("b")}</row><row hidden="0">${inline("c")}</row>`,
      ["I132 S: 2 rows"],
      "hidden rows",
    ],
    [
      '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>',
      ["I133 S: "],
      "rows out of order",
    ],
    [row('<c t="str"><f>A1</f><v></v></c>', inline(".")), [], "an empty result is a result"],
  ])("%s -> %j: %s", async (rows, findings) => {
    const xml = `<sheetData>${rows}</sheetData>`;
    expect((await read(workbookBytes({ sheets: [{ name: "S", xml }] }))).findings).toEqual(
      findings,
    );
  });

  const book = {
    sheets: [
      { name: "一月 &amp; 二月", xml: one },
      { name: "字典", xml: one, state: "hidden" },
      { name: "参数", xml: one, state: "veryHidden" },
    ],
  };

  test("hidden sheets are named and left out", async () => {
    const { sheets, findings } = await read(workbookBytes(book));
    expect(Object.keys(sheets)).toEqual(["一月 & 二月"]);
    expect(findings).toEqual(["I103 字典: ", "I103 参数: "]);
  });

  test("unless one is asked for", async () => {
    expect((await read(workbookBytes(book), "参数")).sheets).toEqual({ 参数: ["1: 华宸"] });
    expect(await codeOf(read(workbookBytes(book), "没有"))).toBe("IMPORT_SHEET_MISSING");
  });
});

describe("packages", () => {
  const parts = workbookParts({
    sheets: [
      {
        name: "S",
        xml: `<sheetData>${row('<c t="s" s="1"><v>0</v></c>', '<c s="1"><v>45356</v></c>')}</sheetData>`,
      },
    ],
    strings: "<si><t>华宸</t></si>",
    styles: stylesFor(14),
  });
  const changed = (change: (part: ZipPart) => ZipPart | undefined): Buffer =>
    zipBytes(parts.flatMap((part) => change(part) ?? []));
  const edited = (name: string, from: string | RegExp, to: string): Buffer =>
    changed((part) =>
      part.name === name ? { ...part, content: String(part.content).replaceAll(from, to) } : part,
    );
  const rels = "xl/_rels/workbook.xml.rels";
  const renamed = (change: (name: string) => string): Buffer =>
    changed((part) => ({ ...part, name: change(part.name) }));

  test.each<[string, Buffer]>([
    ["as most programs write them", zipBytes(parts)],
    ["absolute targets", edited(rels, /Target="/g, 'Target="/xl/')],
    ["targets with dots", edited(rels, /Target="/g, 'Target="../xl/./')],
    ["targets with backslashes", edited(rels, "worksheets/", "worksheets\\")],
    ["targets in other letters", edited(rels, "worksheets/sheet1", "Worksheets/Sheet1")],
    ["names with backslashes", renamed((name) => name.replaceAll("/", "\\"))],
    ["names with a slash in front", renamed((name) => `/${name}`)],
    ["names in capital letters", renamed((name) => name.toUpperCase())],
    [
      "no relations of the package",
      changed((part) => (part.name === "_rels/.rels" ? undefined : part)),
    ],
    ["no relations of the workbook", changed((part) => (part.name === rels ? undefined : part))],
    [
      "strict namespaces",
      edited(
        rels,
        "schemas.openxmlformats.org/officeDocument/2006",
        "purl.oclc.org/ooxml/officeDocument",
      ),
    ],
    ["a foreign prefix", edited("xl/workbook.xml", /<(\/?)(workbook|sheets|sheet)\b/g, "<$1x:$2")],
    [
      "a table of texts under another name",
      renamed((name) => name.replace("sharedStrings", "SharedStrings")),
    ],
    [
      "streamed with sizes behind",
      zipBytes(parts.map((part) => ({ ...part, hasDescriptor: true }))),
    ],
    ["stored", zipBytes(parts.map((part) => ({ ...part, isStored: true })))],
    ["zip64", zipBytes(parts, { isZip64: true })],
    [
      "UTF-16",
      changed((part) =>
        /sheet1|sharedStrings/.test(part.name)
          ? { ...part, content: Buffer.from(`\ufeff${String(part.content)}`, "utf16le") }
          : part,
      ),
    ],
    ["a mark of UTF-8", changed((part) => ({ ...part, content: `\ufeff${String(part.content)}` }))],
  ])("%s: read alike", async (_, bytes) => {
    expect(await read(bytes)).toEqual({ sheets: { S: ["1: 华宸|2024-03-05"] }, findings: [] });
  });

  test("a workbook whose directory is missing is read, and said to be", async () => {
    const bytes = zipBytes(parts);
    const { sheets, findings } = await read(bytes.subarray(0, bytes.indexOf("PK\u0001\u0002")));
    expect(sheets).toEqual({ S: ["1: 华宸|2024-03-05"] });
    expect(findings).toEqual(["I134 : 7 parts found"]);
  });

  test("a chart is a sheet without rows", async () => {
    const bytes = edited(rels, "relationships/worksheet", "relationships/chartsheet");
    expect((await read(bytes)).sheets).toEqual({ S: [] });
  });

  test("a package without a workbook in XML is declined", async () => {
    const bytes = zipBytes([{ name: "xl/workbook.bin", content: "x" }]);
    expect((await read(bytes)).findings).toEqual(["no workbook.xml"]);
  });

  test.each<[string, Buffer, string]>([
    [
      "a sheet that is missing",
      changed((part) => (/sheet1/.test(part.name) ? undefined : part)),
      "IMPORT_DAMAGED",
    ],
    [
      "a table of texts that is missing",
      changed((part) => (/sharedStrings/.test(part.name) ? undefined : part)),
      "IMPORT_DAMAGED",
    ],
    [
      "a number of a text that is none",
      edited("xl/worksheets/sheet1.xml", "<v>0</v>", "<v>x</v>"),
      "IMPORT_DAMAGED",
    ],
    [
      "a text that is not in the table",
      edited("xl/sharedStrings.xml", /<si>.*<\/si>/g, ""),
      "IMPORT_DAMAGED",
    ],
    [
      "a sheet that breaks off",
      edited("xl/worksheets/sheet1.xml", /<\/sheetData>.*/g, ""),
      "IMPORT_DAMAGED",
    ],
    ["a row that does not end", edited("xl/worksheets/sheet1.xml", "</row>", ""), "IMPORT_DAMAGED"],
    [
      "rows within one another",
      edited("xl/worksheets/sheet1.xml", "</row>", "<row/></row>"),
      "IMPORT_DAMAGED",
    ],
    [
      "a table of texts that breaks off",
      edited("xl/sharedStrings.xml", "</sst>", ""),
      "IMPORT_DAMAGED",
    ],
    [
      "a cell beyond the last column",
      edited("xl/worksheets/sheet1.xml", "<c t", '<c r="XFE1" t'),
      "IMPORT_DAMAGED",
    ],
    [
      "a row beyond all rows",
      edited("xl/worksheets/sheet1.xml", "<row>", '<row r="99999999999">'),
      "IMPORT_DAMAGED",
    ],
    [
      "a password on the archive",
      zipBytes(parts.map((part) => ({ ...part, flags: 1 }))),
      "IMPORT_PASSWORD",
    ],
    [
      "a method nobody unpacks",
      zipBytes(parts.map((part) => ({ ...part, method: 99 }))),
      "IMPORT_DAMAGED",
    ],
    [
      "a checksum that is wrong",
      changed((part) => (/sheet1/.test(part.name) ? { ...part, checksum: 7 } : part)),
      "IMPORT_DAMAGED",
    ],
    [
      "a bomb for a sheet",
      changed((part) =>
        /sheet1/.test(part.name)
          ? { ...part, content: Buffer.alloc(150 << 20, "<worksheet><sheetData>"), level: 9 }
          : part,
      ),
      "IMPORT_ZIP_BOMB",
    ],
    [
      "a bomb for styles",
      changed((part) =>
        /styles/.test(part.name)
          ? { ...part, content: Buffer.alloc(70 << 20, 32), level: 9 }
          : part,
      ),
      "IMPORT_ZIP_BOMB",
    ],
  ])("%s is refused: %#", async (_, bytes, code) => {
    expect(await codeOf(read(bytes))).toBe(code);
  });
});
