import type { NonDataKind } from "../model/source.ts";
import { narrow } from "../text/width.ts";

const footer =
  /^(?:(?:合计|小计|总计|合 计|总 计|本页小计|累计)[::]?|grand totals?\b.*|subtotal|confidential information.*|copyright \(c\).*|以上数据.*|\(?以下空白\)?)$/i;
const sample =
  /^(?:示例|样例|例[::].*|示例[::].*|客户[ab]|会员[ab]|供应商[ab]|\(示例\).*|如[::].*)$/i;

/** Alone in its row below a table of several columns, this is what a person or a printer added. */
const closingNote =
  /^(?:共\s*\d+\s*(?:条|行|家|户|人|个)|(?:制表|打印|导出|填表|审核)(?:人|时间|日期)?\s*:|第\s*\d+\s*页|(?:备注|说明|注)\s*:|数据来源)/;

/** A row's cells one by one, so that those nobody looks at need not be decoded. */
export interface CellsOfRow {
  readonly width: number;
  cellAt(at: number): string;
}

/** Beginnings of the words above: a row that begins otherwise needs no closer look. */
const telling = /^[(（#＃合小总總本累以示样例客会供如共制打导填审第备说注数gscＧＳＣｇｓｃ]/i;

/**
 * Tells why a row below the header is no record, or null when it is one.
 * `["合计", "", "120"]` -> "footer"; the cells of a header row again -> "header"
 */
export class RowKinds {
  private readonly headers: readonly (readonly string[])[];
  private readonly isWide: boolean;

  constructor(headerRows: readonly (readonly string[])[]) {
    this.headers = headerRows
      .filter((header) => header.length > 1)
      .map((header) => header.map((cell) => cell.trim()));
    this.isWide = this.headers.some((header) => header.filter((cell) => cell !== "").length > 1);
  }

  kindOf(cells: CellsOfRow, dataRowsBefore: number): NonDataKind | null {
    const at = nextFilled(cells, 0);
    if (at >= cells.width) return "blank";
    const first = cells.cellAt(at).trim();
    const kind = telling.test(first) ? this.wordKind(cells, at, first, dataRowsBefore) : null;
    return kind ?? (this.headers.some((header) => repeats(cells, header)) ? "header" : null);
  }

  private wordKind(
    cells: CellsOfRow,
    at: number,
    first: string,
    dataRowsBefore: number,
  ): NonDataKind | null {
    const word = narrow(first);
    if (footer.test(word)) return "footer";
    if (dataRowsBefore < 3 && sample.test(word)) return "sample";
    const isAlone = this.isWide && nextFilled(cells, at + 1) >= cells.width;
    return isAlone ? remarkKind(word) : null;
  }
}

function nextFilled(cells: CellsOfRow, from: number): number {
  let at = from;
  while (at < cells.width && cells.cellAt(at).trim() === "") at += 1;
  return at;
}

/** What text means that stands alone in its row. */
function remarkKind(word: string): NonDataKind | null {
  if (isComment(word)) return "title";
  return closingNote.test(word) ? "footer" : null;
}

/** A `#` line is a remark of the program that wrote the file; `#N/A` and `#REF!` are errors. */
function isComment(text: string): boolean {
  return /^#(?!N\/A|\w+[/!?])/.test(text);
}

function repeats(cells: CellsOfRow, header: readonly string[]): boolean {
  return header.every((heading, at) =>
    at < cells.width ? cells.cellAt(at).trim() === heading : heading === "",
  );
}
