import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { GoldpanError } from "../../errors.ts";
import { encodeLegacy } from "../../text/legacy-bytes.ts";
import { openSource } from "../open-source.ts";
import { rowsOfPage } from "./page-rows.ts";
import { tablesOfPage } from "./page-tables.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-page-"));
afterAll(() => rmSync(folder, { recursive: true }));

const rowsOf = (page: string): string[][] =>
  tablesOfPage(page).flatMap((table) => rowsOfPage(table).map(({ cells }) => [...cells]));

test.each<[string, string[][], string]>([
  ["<table><tr><td>a</td><td>b</td></tr></table>", [["a", "b"]], "a table"],
  [
    "<table><tr><td>a<td>b<tr><td>1<td>2</table>",
    [
      ["a", "b"],
      ["1", "2"],
    ],
    "no end tags (HTML 4)",
  ],
  ["<TABLE><TR><TH>a</TH><td>b</TABLE>", [["a", "b"]], "capitals, headings"],
  ["<table><td>a</td><td>000123</td></table>", [["a", "000123"]], "no row; zeros stay"],
  ["<table><tr><td> a \n b&nbsp;<br>c</td></tr></table>", [["a b\nc"]], "spaces and line breaks"],
  [
    "<table><tr><td><b>粗</b>体&amp;&lt;&#20844;&#x53f8;</td></tr></table>",
    [["粗体&<公司"]],
    "entities",
  ],
  ["<table><tr><td>5 < 6 & 7</td></tr></table>", [["5 < 6 & 7"]], "letters that look like tags"],
  [
    "<table><style>td{a:b}</style><!-- <td>x</td> --><script>'<td>'</script><tr><td>a</td></tr></table>",
    [["a"]],
    "styles, scripts and comments",
  ],
  [
    "<table><tr><td colspan=2>t</td></tr><tr><td>a</td><td>b</td></tr></table>",
    [
      ["t", ""],
      ["a", "b"],
    ],
    "a cell over two columns",
  ],
  [
    "<table><tr><td>n</td><td>p</td></tr><tr><td rowspan='2'>华宸</td><td>1</td></tr><tr><td>2</td></tr></table>",
    [
      ["n", "p"],
      ["华宸", "1"],
      ["华宸", "2"],
    ],
    "a cell over two rows says the same for both",
  ],
  [
    "<table><tr><td>a</td><td><table><tr><td>内</td></tr></table></td></tr></table>",
    [["a", "内"]],
    "a table of one cell is text of the outer one",
  ],
  [
    "<table><tr><td><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table></td></tr></table>",
    [["a", "b"], ["1", "2"], [""]],
    "a table inside a layout",
  ],
  [
    '<table><tr><td x:num="13800138000">1.38E+10</td><td x:num="1">1</td></tr></table>',
    [["13800138000", "1"]],
    "a number that Excel shows rounded",
  ],
  ['<table><tr><td title="a>b">x</td></tr></table>', [["x"]], "a > inside an attribute"],
  ["<p>no table</p>", [], "no table"],
])("%s -> %j: %s", (page, expected) => {
  expect(rowsOf(page)).toEqual(expected);
});

function file(name: string, content: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const page = (charset: string): string =>
  `<html><head><meta charset=${charset}></head><table><tr><td>导出</td></tr></table><table><tr><th>客户名称</th><th>电话</th></tr><tr><td>华宸</td><td>0755</td></tr></table></html>`;

test.each<[Uint8Array, string, string]>([
  [Buffer.from(page("gb2312")), "utf-8", "what is UTF-8 is, whatever it says"],
  [encodeLegacy(page("gb2312"), "gbk") ?? Buffer.alloc(0), "gb18030", "as it says"],
  [encodeLegacy(page("x"), "gbk") ?? Buffer.alloc(0), "gb18030", "told by its content"],
])("%# is read in its encoding", async (content, encoding) => {
  const source = await openSource(file("page.xls", content));
  expect(source.file.encoding).toBe(encoding);
  expect(source.tables.map(({ sheet, columns }) => [sheet, columns])).toEqual([
    ["Sheet2", ["客户名称", "电话"]],
  ]);
});

test("a page without a table is named", async () => {
  const path = file("page.html", Buffer.from("<html><p>登录超时</p></html>"));
  const error = await openSource(path).catch((thrown: unknown) => thrown);
  expect(error instanceof GoldpanError ? error.details["what"] : error).toBe(
    "a web page without a table",
  );
});

test("a page of nothing but opened tags takes no time", () => {
  expect(rowsOf(`<table>${"<td a=".repeat(100_000)}`)).toHaveLength(0);
  expect(rowsOf(`<table>${"<td>".repeat(100_000)}`)[0]).toHaveLength(16_384);
  expect(rowsOf("<table><tr><td>".repeat(50_000)).length).toBeGreaterThan(0);
});
