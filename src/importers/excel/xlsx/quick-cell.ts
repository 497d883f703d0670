import { isText } from "./markup-reader.ts";
import type { ScannedCell } from "./scanned-cell.ts";

const [space, quote, slash, less, equals, greater] = [32, 34, 47, 60, 61, 62];
const [letterR, letterS, letterT, letterV, letterC, letterI] = [114, 115, 116, 118, 99, 105];

const longestType = "inlineStr".length;

/**
 * Scans a cell that is written as nearly all programs write it, `<c r="B2" s="1" t="s"><v>7</v></c>`,
 * in one go: there are millions of them. `at` is its `<`. Returns where the cell ends, or -1 when it
 * is written in another way or not whole before `end`: then the slow way decides. Leaves the row of the
 * reference alone.
 */
export function scanQuickCell(cell: ScannedCell, bytes: Buffer, at: number, end: number): number {
  if (bytes[at + 1] !== letterC || bytes[at + 2] !== space) return -1;
  cell.reset(bytes);
  let place = at + 3;
  while (bytes[place] !== greater) {
    if (bytes[place] === slash) return bytes[place + 1] === greater ? within(place + 2, end) : -1;
    place = scanAttribute(cell, bytes, place);
    if (place < 0) return -1;
    if (bytes[place] === space) place += 1;
  }
  return within(scanContent(cell, bytes, place + 1), end);
}

function within(after: number, end: number): number {
  return after <= end ? after : -1;
}

/** `r="B2"`; returns where it ends. */
function scanAttribute(cell: ScannedCell, bytes: Buffer, at: number): number {
  if (bytes[at + 1] !== equals || bytes[at + 2] !== quote) return -1;
  const name = bytes[at];
  if (name === letterR) return scanReference(cell, bytes, at + 3);
  if (name === letterS) return scanStyle(cell, bytes, at + 3);
  return name === letterT ? scanType(cell, bytes, at + 3) : -1;
}

function scanStyle(cell: ScannedCell, bytes: Buffer, from: number): number {
  let [style, at] = [0, from];
  for (; isDigit(bytes[at]); at += 1) style = style * 10 + (bytes[at] ?? 0) - 48;
  cell.style = style;
  return bytes[at] === quote ? at + 1 : -1;
}

function scanType(cell: ScannedCell, bytes: Buffer, from: number): number {
  let to = from;
  while (to < from + longestType && bytes[to] !== quote) to += 1;
  cell.takeType(from, to);
  return bytes[to] === quote ? to + 1 : -1;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

/** `B2"` -> column 1 */
function scanReference(cell: ScannedCell, bytes: Buffer, from: number): number {
  let [column, at] = [0, from];
  for (; ; at += 1) {
    const letter = bytes[at] ?? 0;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (column === 0) return -1;
  cell.column = column - 1;
  while (isDigit(bytes[at])) at += 1;
  return bytes[at] === quote ? at + 1 : -1;
}

/** `<v>7</v></c>` or `<is><t>text</t></is></c>` */
function scanContent(cell: ScannedCell, bytes: Buffer, at: number): number {
  if (isOpen(bytes, at, letterV)) {
    const to = textEnd(cell, bytes, at + 3);
    return isClosed(bytes, to, letterV) && isClosed(bytes, to + 4, letterC) ? to + 8 : -1;
  }
  const isInline = bytes[at] === less && bytes[at + 1] === letterI && bytes[at + 2] === letterS;
  return isInline && bytes[at + 3] === greater ? scanInline(cell, bytes, at + 4) : -1;
}

function scanInline(cell: ScannedCell, bytes: Buffer, at: number): number {
  if (!isOpen(bytes, at, letterT)) return -1;
  const to = textEnd(cell, bytes, at + 3);
  const isWhole =
    isClosed(bytes, to, letterT) &&
    isText(bytes, to + 4, to + 9, "</is>") &&
    isClosed(bytes, to + 9, letterC);
  return isWhole ? to + 13 : -1;
}

/** `<v>` */
function isOpen(bytes: Buffer, at: number, letter: number): boolean {
  return bytes[at] === less && bytes[at + 1] === letter && bytes[at + 2] === greater;
}

function textEnd(cell: ScannedCell, bytes: Buffer, from: number): number {
  let to = from;
  while (to < bytes.length && bytes[to] !== less) to += 1;
  cell.from = from;
  cell.to = to;
  return to;
}

/** `</v>` */
function isClosed(bytes: Buffer, at: number, letter: number): boolean {
  return (
    bytes[at] === less &&
    bytes[at + 1] === slash &&
    bytes[at + 2] === letter &&
    bytes[at + 3] === greater
  );
}
