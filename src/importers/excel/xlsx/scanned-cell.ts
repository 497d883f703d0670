import type { MarkupReader } from "./markup-reader.ts";

/** ECMA-376 part 1, 18.18.11: number, shared text, text of a formula, text in place, truth, error, date. */
export type CellType = "n" | "s" | "str" | "inlineStr" | "b" | "e" | "d";

/** A sheet has columns A to XFD. */
export const mostColumns = 16_384;

/** The cell that was scanned last; one object for all cells, because there are millions of them. */
export class ScannedCell {
  /** 0-based. */
  column = 0;
  /** Row of the cell's own reference, 0 when it has none. */
  row = 0;
  type: CellType = "n";
  style = 0;
  hasFormula = false;
  bytes: Buffer = Buffer.alloc(0);
  /** Where the value stands in `bytes`; -1 when the cell has none. */
  from = -1;
  to = -1;
  /** The value where it is not one piece of bytes: inline text, CDATA. */
  text: string | undefined = undefined;

  get hasValue(): boolean {
    return this.from >= 0 || this.text !== undefined;
  }

  /** Takes place, style and type from the mark of `<c>`; without a reference it stands behind the cell before. */
  start(reader: MarkupReader, columnBefore: number): void {
    this.reset(reader.bytes);
    this.column = columnBefore + 1;
    this.row = 0;
    const { attributes } = reader;
    for (let at = 0; at < reader.attributeCount * 4; at += 4) {
      const name = attributes[at] ?? 0;
      if (attributes[at + 1] !== name + 1) continue;
      this.take(reader.bytes[name] ?? 0, attributes[at + 2] ?? 0, attributes[at + 3] ?? 0);
    }
  }

  /** A cell in these bytes of which nothing is known; its place is left alone. */
  reset(bytes: Buffer): void {
    this.type = "n";
    this.style = 0;
    this.hasFormula = false;
    this.bytes = bytes;
    this.from = -1;
    this.to = -1;
    this.text = undefined;
  }

  /** The type that these bytes name. */
  takeType(from: number, to: number): void {
    this.type = typeOf(this.bytes, from, to);
  }

  private take(name: number, from: number, to: number): void {
    if (name === 114) this.place(from, to);
    else if (name === 115) this.style = wholeNumber(this.bytes, from, to);
    else if (name === 116) this.takeType(from, to);
  }

  /** `AB12` -> column 27, row 12 */
  private place(from: number, to: number): void {
    let [column, at] = [0, from];
    for (; at < to; at += 1) {
      const letter = (this.bytes[at] ?? 0) & 0xdf;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    if (column === 0) return;
    this.column = column - 1;
    this.row = wholeNumber(this.bytes, at, to);
  }
}

/** The number of the shared text in a cell, blanks around it passed over; -1 when it is none. */
export function sharedId({ text, bytes, from, to }: ScannedCell): number {
  if (text !== undefined) return spelledId(text);
  let id = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return spelledId(bytes.toString("latin1", from, to));
    id = id * 10 + digit;
  }
  return id;
}

function spelledId(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : -1;
}

/** Digits as a number; 0 when there is anything else. */
export function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return 0;
    value = value * 10 + digit;
  }
  return value;
}

function typeOf(bytes: Uint8Array, from: number, to: number): CellType {
  const first = bytes[from];
  const isOneLetter = to - from === 1;
  if (first === 115) return isOneLetter ? "s" : "str";
  if (first === 105) return "inlineStr";
  if (!isOneLetter) return "n";
  return first === 98 ? "b" : first === 101 ? "e" : first === 100 ? "d" : "n";
}
