import type { NonDataKind } from "../model/source.ts";
import { narrow } from "../text/width.ts";

const footer =
  /^(?:(?:合计|小计|总计|合 计|总 计|本页[小合总]计|累计)(?:[::]?|[::]\s*[\d,.]+\s*[条行家户人个元]?)|grand totals?\b.*|subtotal|confidential information.*|copyright \(c\).*|以上数据.*|\(?以下空白\)?)$/i;
const sample =
  /^(?:示例|样例|例[::].*|示例[::].*|客户[ab]|会员[ab]|供应商[ab]|\(示例\).*|如[::].*)$/i;

/** Alone in its row below a table of several columns, this is what a person or a printer added. */
const closingNote =
  /^(?:共\s*\d+\s*(?:条|行|家|户|人|个)|(?:制表|打印|导出|填表|审核)(?:人|时间|日期)?\s*:|第\s*\d+\s*页|(?:备注|说明|注)\s*:|数据来源)/;

/** `审核：` and nothing behind it: a place to sign at the foot of a form. */
const signature = /^(?:制表|填表|打印|审核|复核|审批|经办|主管|负责|签字)(?:人|时间|日期)?\s*:/;

/** A row's cells one by one, so that those nobody looks at need not be decoded. */
export interface CellsOfRow {
  readonly width: number;
  cellAt(at: number): string;
}

/** Beginnings of the words above: a row that begins otherwise needs no closer look. */
const telling =
  /^[(（#＃合小总總本累以示样例客会供如共制打导填审复经主负签第备说注数gscＧＳＣｇｓｃ\u001a]/i;
/** What DOS writes behind the last line. */
const endOfFile = "\u001a";

/** The rows above the data that tell what recurs below. */
export interface RowsAbove {
  readonly headers: readonly (readonly string[])[];
  readonly titles: readonly (readonly string[])[];
  readonly columns: number;
}

/**
 * Tells why a row below the header is no record, or null when it is one. Files glued together
 * repeat their header, and their titles with other dates.
 * `["合计", "", "120"]` -> "footer"; the cells of a header row again -> "header"
 */
export class RowKinds {
  private readonly headers: readonly (readonly string[])[];
  private readonly titles: ReadonlySet<string>;
  private readonly isWide: boolean;

  constructor({ headers, titles, columns }: RowsAbove) {
    this.headers = headers
      .filter((header) => header.length > 1)
      .map((header) => header.map((cell) => cell.trim()));
    this.titles = new Set(titles.filter((title) => title.join("").length >= 4).map(withoutNumbers));
    this.isWide = columns > 1;
  }

  kindOf(cells: CellsOfRow, dataRowsBefore: number): NonDataKind | null {
    const at = nextFilled(cells, 0);
    if (at >= cells.width) return "blank";
    const first = cells.cellAt(at).trim();
    const kind = telling.test(first) ? this.wordKind(cells, at, dataRowsBefore) : null;
    if (kind !== null) return kind;
    if (this.headers.some((header) => repeats(cells, header))) return "header";
    return this.titles.size > 0 && this.isTitle(cells) ? "title" : null;
  }

  private wordKind(cells: CellsOfRow, at: number, dataRowsBefore: number): NonDataKind | null {
    const word = narrow(cells.cellAt(at).trim());
    if (footer.test(word) || word === endOfFile) return "footer";
    if (dataRowsBefore < 3 && sample.test(word)) return "sample";
    if (this.isWide && isSigned(cells, at)) return "footer";
    const isAlone = this.isWide && nextFilled(cells, at + 1) >= cells.width;
    return isAlone ? remarkKind(word) : null;
  }

  private isTitle(cells: CellsOfRow): boolean {
    const texts = Array.from({ length: cells.width }, (_, at) => cells.cellAt(at));
    return this.titles.has(withoutNumbers(texts));
  }
}

/** `["2024年1月台账", ""]` -> `"#年#月台账"`: what two months' titles have in common. */
function withoutNumbers(cells: readonly string[]): string {
  const text = cells.map((cell) => cell.trim()).join(" ");
  return narrow(text)
    .trim()
    .replaceAll(/[\d〇一二三四五六七八九十]+/g, "#");
}

/** `["# exported by crm", ""]` -> true */
export function isCommentRow(cells: readonly string[]): boolean {
  const [first = "", ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return others.length === 0 && isComment(narrow(first)) && first.length > 1;
}

function nextFilled(cells: CellsOfRow, from: number): number {
  let at = from;
  while (at < cells.width && cells.cellAt(at).trim() === "") at += 1;
  return at;
}

/** `审核：` | `制表：王敏` -> true: every cell of the row says who signs. */
function isSigned(cells: CellsOfRow, from: number): boolean {
  for (let at = from; at < cells.width; at = nextFilled(cells, at + 1)) {
    if (!signature.test(narrow(cells.cellAt(at).trim()))) return false;
  }
  return true;
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
