import { isBlankText } from "./blank-text.ts";
import { mayNeedWork, needsWork, type SharedStrings } from "./shared-strings.ts";

/** What a block of a large sheet has room for. Rows are added up to seven eighths of it. */
const [mostCells, mostBytes, mostRows] = [1 << 16, 1 << 18, 1 << 13];
/** Every block begins with the hundredth of it: most sheets are small. */
const smallShare = 128;
/** Integers that describe a row: its number, its first cell, how many it has. */
const perRow = 3;

/**
 * Rows of a sheet, packed: two integers a cell. They say where its bytes stand in the block, or, when
 * the first is below zero, which shared text it is (`-1` for the first). Zeros for a cell without text.
 */
export class RowBlock {
  readonly strings: SharedStrings;
  bytes: Buffer;
  cells: Int32Array;
  private rows: Int32Array;
  private rowCount = 0;
  private usedBytes = 0;
  private usedCells = 0;
  /** Cells of the row that is being filled begin here, its bytes there. */
  private firstCell = 0;
  private firstByte = 0;

  constructor(strings: SharedStrings) {
    this.strings = strings;
    this.bytes = Buffer.allocUnsafe(mostBytes / smallShare);
    this.cells = new Int32Array((mostCells / smallShare) * 2);
    this.rows = new Int32Array((mostRows / smallShare) * perRow);
  }

  /** Is it time for another block? */
  get isFull(): boolean {
    const fullest = Math.max(
      this.firstCell / mostCells,
      this.firstByte / mostBytes,
      this.rowCount / mostRows,
    );
    return fullest * 8 >= 7;
  }

  get count(): number {
    return this.rowCount;
  }

  /** Memory that it takes, used or not. */
  get size(): number {
    return this.bytes.length + this.cells.byteLength + this.rows.byteLength;
  }

  rowNumber(at: number): number {
    return this.rows[at * perRow] ?? 0;
  }

  firstCellOf(at: number): number {
    return this.rows[at * perRow + 1] ?? 0;
  }

  widthOf(at: number): number {
    return this.rows[at * perRow + 2] ?? 0;
  }

  /** What was put into a row that did not become whole is forgotten. */
  startRow(): void {
    this.usedCells = this.firstCell;
    this.usedBytes = this.firstByte;
  }

  /** Puts a shared text into a column of the row. */
  putShared(column: number, id: number): void {
    this.place(column, -1 - id, 0);
  }

  /** Puts a copy of bytes of UTF-8 into a column of the row. */
  putBytes(column: number, source: Uint8Array, from: number, to: number): void {
    const start = this.roomFor(to - from);
    const { bytes } = this;
    for (let at = from; at < to; at += 1) bytes[start + at - from] = source[at] ?? 0;
    this.usedBytes = start + to - from;
    this.place(column, start, this.usedBytes);
  }

  /** The same for a text of markup, unless something in it has to be resolved: then false, and no cell. */
  putPlainMarkup(column: number, source: Uint8Array, from: number, to: number): boolean {
    const start = this.roomFor(to - from);
    const { bytes } = this;
    const shift = start - from;
    for (let at = from; at < to; at += 1) {
      const byte = source[at] ?? 0;
      if (mayNeedWork(byte) && needsWork(source, at, to)) return false;
      bytes[shift + at] = byte;
    }
    this.usedBytes = start + to - from;
    this.place(column, start, this.usedBytes);
    return true;
  }

  putText(column: number, text: string): void {
    const start = this.roomFor(text.length * 3);
    const { bytes } = this;
    let at = start;
    for (let letter = 0; letter < text.length; letter += 1) {
      const code = text.charCodeAt(letter);
      // Dates and numbers are all ASCII; whatever is not is written by those who know how.
      if (code > 127) {
        at = start + bytes.write(text, start);
        break;
      }
      bytes[at++] = code;
    }
    this.usedBytes = at;
    this.place(column, start, at);
  }

  /** Takes in the row up to its last cell with text, and says how many cells those are; 0 is no row. */
  endRow(row: number): number {
    let width = this.usedCells - this.firstCell;
    while (width > 0 && this.isBlankAt(this.firstCell + width - 1)) width -= 1;
    if (width === 0) {
      this.startRow();
      return 0;
    }
    const at = this.rowCount * perRow;
    if (at >= this.rows.length) this.rows = doubled(this.rows);
    this.rows[at] = row;
    this.rows[at + 1] = this.firstCell;
    this.rows[at + 2] = width;
    this.rowCount += 1;
    this.firstCell += width;
    this.usedCells = this.firstCell;
    this.firstByte = this.usedBytes;
    return width;
  }

  /** The whole rows, in a block with no more room than they need; this one begins anew, with its room. */
  takeRows(): RowBlock {
    const taken = new RowBlock(this.strings);
    taken.bytes = Buffer.from(this.bytes.subarray(0, this.firstByte));
    taken.cells = this.cells.slice(0, this.firstCell * 2);
    taken.rows = this.rows.slice(0, this.rowCount * perRow);
    taken.rowCount = this.rowCount;
    [this.rowCount, this.firstCell, this.firstByte] = [0, 0, 0];
    this.startRow();
    return taken;
  }

  private isBlankAt(cell: number): boolean {
    const [start = 0, end = 0] = [this.cells[cell * 2], this.cells[cell * 2 + 1]];
    return start < 0 ? this.strings.isBlank(-1 - start) : isBlankText(this.bytes, start, end);
  }

  private roomFor(length: number): number {
    const start = this.usedBytes;
    if (start + length > this.bytes.length) {
      const bytes = Buffer.allocUnsafe((start + length) * 2);
      this.bytes.copy(bytes, 0, 0, start);
      this.bytes = bytes;
    }
    return start;
  }

  private place(column: number, start: number, end: number): void {
    const at = this.firstCell + column;
    while ((at + 1) * 2 > this.cells.length) this.cells = doubled(this.cells);
    for (; this.usedCells < at; this.usedCells += 1) {
      this.cells[this.usedCells * 2] = 0;
      this.cells[this.usedCells * 2 + 1] = 0;
    }
    if (at === this.usedCells) this.usedCells += 1;
    this.cells[at * 2] = start;
    this.cells[at * 2 + 1] = end;
  }
}

function doubled(values: Int32Array): Int32Array {
  const more = new Int32Array(values.length * 2);
  more.set(values);
  return more;
}
