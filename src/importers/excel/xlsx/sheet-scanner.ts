import { damagedFile, type Reason } from "../../zip/damaged-file.ts";
import type { MarkupReader } from "./markup-reader.ts";
import { MarkupWindow } from "./markup-window.ts";
import { readRichText, readRun } from "./rich-text.ts";
import { scanQuickCell } from "./quick-cell.ts";
import { mostColumns, ScannedCell, wholeNumber } from "./scanned-cell.ts";

/** Takes what the scanner meets. A row that was not whole yet is started anew later. */
export interface SheetSink {
  startRow(isHidden: boolean): void;
  /** Every cell with a value or a formula. */
  cell(cell: ScannedCell): void;
  /** The row that was started is whole; 1-based. What it returns is no matter here. */
  endRow(row: number): unknown;
  /** A merged area: `A2:A5` */
  merge(area: string): void;
}

const [letterC, letterF, letterV] = [99, 102, 118];
const broken: Reason = ["the sheet breaks off", "工作表内容不完整"];
const nested: Reason = ["a row begins within another", "行标记嵌套错误"];
/** Excel stops at 1,048,576; some programs write on. */
const mostRows = 1 << 24;
const tooFar: Reason = ["a row lies beyond all that a sheet has", "行号超出工作表范围"];
const tooWide: Reason = ["a cell lies beyond column XFD", "单元格超出 XFD 列"];

/**
 * Scans a sheet (ECMA-376 part 1, 18.3) that comes in pieces cut anywhere, from its first row to its
 * merged areas. Names of rows and columns may be missing; what is between the cells is passed over.
 */
export class SheetScanner {
  private readonly file: string;
  private readonly sink: SheetSink;
  private readonly window: MarkupWindow = new MarkupWindow();
  private readonly cell: ScannedCell = new ScannedCell();
  private place: "before" | "rows" | "behind" = "before";
  private row = 0;

  constructor(sink: SheetSink, file: string) {
    this.sink = sink;
    this.file = file;
  }

  push(chunk: Buffer): void {
    if (this.window.push(chunk)) this.scan();
    if (this.window.isOverfull) throw damagedFile(this.file, broken);
  }

  /** Throws IMPORT_DAMAGED when the sheet has no end. */
  end(): void {
    this.window.push(undefined);
    this.scan();
    if (this.place !== "behind") throw damagedFile(this.file, broken);
  }

  private scan(): void {
    const { reader } = this.window;
    let at = this.window.from;
    while (reader.next(at)) {
      const after = this.place === "rows" ? this.scanInRows() : this.scanAround();
      if (after < 0) break;
      at = after;
    }
    this.window.keepFrom(Math.min(at, reader.end));
  }

  private scanAround(): number {
    const { reader } = this.window;
    if (!reader.isElement) return reader.after;
    if (this.place === "before" && reader.isNamed("sheetData"))
      this.place = reader.form === "open" ? "rows" : "behind";
    else if (this.place === "behind" && reader.isNamed("mergeCell"))
      this.sink.merge(reader.attribute("ref") ?? "");
    return reader.after;
  }

  private scanInRows(): number {
    const { reader } = this.window;
    if (reader.form === "close") {
      if (reader.isNamed("sheetData")) this.place = "behind";
      return reader.after;
    }
    return reader.isElement && reader.isNamed("row") ? this.scanRow() : reader.after;
  }

  /** Returns where the row ends, or -1 when it is not whole. */
  private scanRow(): number {
    const { reader } = this.window;
    this.cell.row = 0;
    let row = rowNumber(reader);
    this.sink.startRow(isTrue(reader.attribute("hidden")));
    if (reader.form === "empty") return this.endRow(row);
    this.cell.column = -1;
    let at = reader.after;
    for (;;) {
      // A row without a number has that of its first cell, which only the slow way looks at.
      if (row !== 0) at = this.scanQuickCells(at);
      if (!reader.next(at)) return -1;
      if (reader.form === "close" && reader.isNamed("row")) return this.endRow(row);
      at = this.scanInRow();
      if (at < 0) return -1;
      if (row === 0) row = this.cell.row;
    }
  }

  /** Cells one right behind the other, as nearly all of them are; returns where they end. */
  private scanQuickCells(from: number): number {
    const { cell, sink } = this;
    const { bytes, end } = this.window.reader;
    let at = from;
    for (;;) {
      const { column } = cell;
      const after = scanQuickCell(cell, bytes, at, end);
      if (after < 0 || cell.column <= column || cell.column >= mostColumns) {
        cell.column = column;
        return at;
      }
      if (cell.from >= 0) sink.cell(cell);
      at = after;
    }
  }

  private scanInRow(): number {
    const { reader } = this.window;
    if (reader.isElement && reader.isLetter(letterC)) return this.scanCell(this.cell.column);
    if (reader.isNamed("row") || reader.isNamed("sheetData")) throw damagedFile(this.file, nested);
    return reader.after;
  }

  /** `row` is 0 where neither the row nor its first cell says which it is: the one behind the last. */
  private endRow(row: number): number {
    this.row = row === 0 ? this.row + 1 : row;
    if (this.row > mostRows) throw damagedFile(this.file, tooFar);
    this.sink.endRow(this.row);
    return this.window.reader.after;
  }

  /** Returns where the cell ends, or -1 when it is not whole. */
  private scanCell(columnBefore: number): number {
    const { cell } = this;
    const { reader } = this.window;
    cell.start(reader, columnBefore);
    if (cell.column >= mostColumns) throw damagedFile(this.file, tooWide);
    if (reader.form === "empty") return reader.after;
    for (let at = reader.after; reader.next(at);) {
      if (reader.form === "close" && reader.isLetter(letterC)) {
        if (cell.hasValue || cell.hasFormula) this.sink.cell(cell);
        return reader.after;
      }
      at = reader.isElement ? this.scanPart() : reader.after;
      if (at < 0) return -1;
    }
    return -1;
  }

  /** A formula, a value or a text within a cell. */
  private scanPart(): number {
    const { cell } = this;
    const { reader } = this.window;
    if (reader.isLetter(letterF)) cell.hasFormula = true;
    else if (reader.isLetter(letterV) && !cell.hasValue) return this.scanValue();
    else if (reader.isNamed("is")) {
      const rich = readRichText(reader, "is");
      if (rich === undefined) return -1;
      cell.text = rich.text;
      return rich.after;
    }
    return reader.after;
  }

  private scanValue(): number {
    const { cell } = this;
    const { reader } = this.window;
    const opened = reader.start;
    cell.from = reader.after;
    cell.to = reader.after;
    if (reader.form === "empty") return reader.after;
    if (!reader.next(cell.from)) return -1;
    cell.to = reader.start;
    return reader.form === "close" ? reader.after : this.scanSections(opened);
  }

  /** A value with CDATA or a comment in it; `<v>` stands at `opened`. */
  private scanSections(opened: number): number {
    const { reader } = this.window;
    reader.next(opened);
    const { text, after } = readRun(reader);
    this.cell.text = text;
    return after;
  }
}

function rowNumber(reader: MarkupReader): number {
  const at = reader.attributeAt("r");
  if (at < 0) return 0;
  return wholeNumber(reader.bytes, reader.attributes[at + 2] ?? 0, reader.attributes[at + 3] ?? 0);
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}
