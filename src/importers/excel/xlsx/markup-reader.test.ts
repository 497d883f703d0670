import { expect, test } from "vitest";
import { MarkupReader, type MarkupForm } from "./markup-reader.ts";

function readerOf(text: string): MarkupReader {
  return new MarkupReader(Buffer.from(text));
}

const nameIn = ({ bytes, nameStart, nameEnd }: MarkupReader): string =>
  bytes.toString("utf8", nameStart, nameEnd);

test.each<[string, MarkupForm, string, Record<string, string>, string]>([
  ["<row>", "open", "row", {}, "an element begins"],
  ["</row>", "close", "row", {}, "and ends"],
  ["</row >", "close", "row", {}, "with a blank"],
  ["<row/>", "empty", "row", {}, "empty"],
  ["<row />", "empty", "row", {}, "empty with a blank"],
  ["<x:row>", "open", "row", {}, "a prefix is no part of the name"],
  ["<c r=\"A1\" t='s'>", "open", "c", { r: "A1", t: "s" }, "attributes in either quotes"],
  ['<c\n r = "A1"\t/>', "empty", "c", { r: "A1" }, "blanks wherever XML allows them"],
  ['<c a="/>" b=">">', "open", "c", { a: "/>", b: ">" }, "marks within attributes"],
  [
    '<sheet name="一&amp;二" r:id="rId1"/>',
    "empty",
    "sheet",
    { name: "一&amp;二", id: "rId1" },
    "prefixes of attributes",
  ],
  ["<c r=A1 s>", "open", "c", {}, "attributes that are none"],
  ["<!-- <a> -->", "other", " <a> ", {}, "a comment"],
  ["<?xml version='1.0'?>", "other", "xml version='1.0'", {}, "an instruction"],
  ["<!DOCTYPE x>", "other", "DOCTYPE x", {}, "a declaration"],
  ["<![CDATA[a ]] > <b>]]>", "text-section", "a ]] > <b>", {}, "a section of text"],
])("%s is %s %j with %j: %s", (mark, form, name, attributes) => {
  const reader = readerOf(`text ${mark} text`);
  expect(reader.next(0)).toBe(true);
  expect([reader.form, nameIn(reader), reader.start, reader.after]).toEqual([
    form,
    name,
    5,
    5 + Buffer.byteLength(mark),
  ]);
  for (const [each, value] of Object.entries(attributes))
    expect(reader.attribute(each)).toBe(value);
  expect(reader.attribute("none")).toBeUndefined();
});

test.each(["<row>", '<c r="A1" s="1"/>', "</c>", "<!--a-->", "<?a?>", "<![CDATA[a]]>", "<!a>"])(
  "%s is not there before all of it is, whatever lies behind the end",
  (mark) => {
    const reader = readerOf(mark.repeat(2));
    for (reader.end = 0; reader.end < mark.length; reader.end += 1)
      expect(reader.next(0)).toBe(false);
    expect(reader.next(0)).toBe(true);
  },
);

test("more attributes than anybody writes are passed over", () => {
  const many = Array.from({ length: 200 }, (_, at) => `a${at}="${at}"`).join(" ");
  const reader = readerOf(`<c ${many}>`);
  expect(reader.next(0)).toBe(true);
  expect([reader.attribute("a0"), reader.attribute("a199")]).toEqual(["0", undefined]);
});
