import type { NonDataKind } from "../model/source.ts";
import { narrow } from "../text/width.ts";

const footer =
  /^(?:(?:合计|小计|总计|合 计|总 计|本页小计|累计)[::]?|grand totals?\b.*|subtotal|confidential information.*|copyright \(c\).*|以上数据.*|\(?以下空白\)?)$/i;
const sample =
  /^(?:示例|样例|例[::].*|示例[::].*|客户[ab]|会员[ab]|供应商[ab]|\(示例\).*|如[::].*)$/i;

/** Alone in its row below a table of several columns, this is what a person or a printer added. */
const closingNote =
  /^(?:共\s*\d+\s*(?:条|行|家|户|人|个)|(?:制表|打印|导出|填表|审核)(?:人|时间|日期)?\s*:|第\s*\d+\s*页|(?:备注|说明|注)\s*:|数据来源)/;

function filledCells(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
}

/**
 * Why a row below the header is no record, or null when it is one.
 * `["合计", "", "120"]` -> "footer"; the cells of a header row again -> "header"
 */
export function nonDataKind(
  cells: readonly string[],
  headerRows: readonly (readonly string[])[],
  dataRowsBefore: number,
): NonDataKind | null {
  const filled = filledCells(cells);
  const [first = ""] = filled;
  if (first === "") return "blank";
  if (footer.test(narrow(first))) return "footer";
  if (dataRowsBefore < 3 && sample.test(narrow(first))) return "sample";
  const remark = filled.length === 1 && isWide(headerRows) ? remarkKind(first) : null;
  if (remark !== null) return remark;
  return headerRows.some((header) => repeats(cells, header)) ? "header" : null;
}

function isWide(headerRows: readonly (readonly string[])[]): boolean {
  return headerRows.some((header) => filledCells(header).length > 1);
}

/** What text means that stands alone in its row. */
function remarkKind(text: string): NonDataKind | null {
  if (isComment(text)) return "title";
  return closingNote.test(narrow(text)) ? "footer" : null;
}

/** A `#` line is a remark of the program that wrote the file; `#N/A` and `#REF!` are errors. */
function isComment(text: string): boolean {
  return /^#(?!N\/A|\w+[/!?])/.test(text);
}

function repeats(cells: readonly string[], header: readonly string[]): boolean {
  return header.length > 1 && header.every((cell, at) => (cells[at] ?? "").trim() === cell.trim());
}
