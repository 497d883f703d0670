import { expect, test } from "vitest";
import { scanQuickCell } from "./quick-cell.ts";
import { ScannedCell } from "./scanned-cell.ts";

function scan(text: string, end = text.length): [after: number, cell: ScannedCell] {
  const cell = new ScannedCell();
  return [scanQuickCell(cell, Buffer.from(text), 0, end), cell];
}

test.each<[string, Partial<ScannedCell>, string]>([
  ['<c r="AB12"><v>7</v></c>', { column: 27, type: "n", style: 0 }, "7"],
  ['<c r="B2" s="13" t="s"><v>42</v></c>', { column: 1, type: "s", style: 13 }, "42"],
  ['<c t="str" r="A1"><v></v></c>', { column: 0, type: "str" }, ""],
  ['<c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c>', { type: "inlineStr" }, "a &amp; b"],
  ['<c r="A1" t="e"><v>#N/A</v></c>', { type: "e" }, "#N/A"],
])("%s is scanned at once", (text, expected, value) => {
  const [after, cell] = scan(text);
  expect(after).toBe(text.length);
  expect(cell).toMatchObject(expected);
  expect(cell.bytes.toString("utf8", cell.from, cell.to)).toBe(value);
});

test("a blank cell has no value", () => {
  const [after, cell] = scan('<c r="C3" s="1"/>');
  expect([after, cell.hasValue, cell.column]).toEqual([17, false, 2]);
});

test.each([
  '<c r="A1"><f>1</f><v>1</v></c>',
  "<c r='A1'><v>1</v></c>",
  '<c r="a1"><v>1</v></c>',
  '<c r="A1"><v>1<!-- --></v></c>',
  '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> </t></is></c>',
  '<c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c>',
  '<c r="A1" cm="1"><v>1</v></c>',
  '<c r="A1" s="x"><v>1</v></c>',
  '<c r="$A$1"><v>1</v></c>',
  '<col min="1"/>',
  "<c><v>1</v></c>",
  '<c r="A1"/ >',
  '<c r="A1',
])("%s is left to the slow way", (text) => {
  expect(scan(text)[0]).toBe(-1);
});

test.each([
  '<c r="B2" s="1" t="s"><v>7</v></c>',
  '<c r="B2"/>',
  '<c r="A1" t="inlineStr"><is><t>a</t></is></c>',
])("%s is not there before all of it is", (text) => {
  for (let end = 1; end < text.length; end += 1) expect(scan(text, end)[0]).toBe(-1);
});
