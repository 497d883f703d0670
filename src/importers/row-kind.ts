import type { NonDataKind } from "../model/source.ts";
import { narrow } from "../text/width.ts";

const footer =
  /^(?:(?:合计|小计|总计|合 计|总 计|本页小计|累计)[::]?|grand totals?\b.*|subtotal|confidential information.*|copyright \(c\).*|以上数据.*|\(?以下空白\)?)$/i;
const sample =
  /^(?:示例|样例|例[::].*|示例[::].*|客户[ab]|会员[ab]|供应商[ab]|\(示例\).*|如[::].*)$/i;

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
  if (isComment(filled, headerRows)) return "title";
  return headerRows.some((header) => repeats(cells, header)) ? "header" : null;
}

/** A `#` line that fills one cell of a wider table is a remark of the program that wrote it. */
function isComment(filled: readonly string[], headerRows: readonly (readonly string[])[]): boolean {
  const isWide = headerRows.some((header) => filledCells(header).length > 1);
  return isWide && filled.length === 1 && /^#(?!N\/A|\w+[!?]$)/.test(filled[0] ?? "");
}

function repeats(cells: readonly string[], header: readonly string[]): boolean {
  return header.length > 1 && header.every((cell, at) => (cells[at] ?? "").trim() === cell.trim());
}
