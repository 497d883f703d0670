import { BlockBuilder, marks, type ScannedBlock } from "./scanned-block.ts";

/**
 * A cell in quotes may be as long as this (a long text area of Salesforce in UTF-8); what is
 * longer is a quote that nobody closed.
 */
const longestQuoted = 1 << 19;
/** A line longer than this is no row: a hole of zeros after a crash, or no table at all. */
const longestRecord = 1 << 24;
const keptOfEndless = 1 << 12;

/** Kinds of bytes; all others are plain. */
const [plain, delimiting, breaking, quoting] = [0, 1, 2, 3];

const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const quote = 0x22;
const apostrophe = 0x27;
const plus = 0x2b;
const zero = 0x30;
const nine = 0x39;
const equals = 0x3d;

/** Instead of where the next record begins: the bytes end too early, or the quotes are wrong. */
const incomplete = -1;
const wrongQuotes = -2;

/**
 * Cuts UTF-8 into records and cells in one pass, as RFC 4180 reads it: a line break inside quotes
 * belongs to the cell, a quote opens a cell only at its start. Excel's guard `="138..."` counts as
 * quotes; it, spaces around quotes, a leading apostrophe, TABs and zeros behind a cell are no part of it. Quotes that
 * close on a later line in the middle of a cell are broken: they cost one line, not the file.
 * What a block leaves unused is fed again with more behind it; where bytes are cut changes nothing.
 */
export class RecordScanner {
  private readonly delimiter: Buffer;
  private readonly kinds = new Uint8Array(256);
  private bytes: Buffer = Buffer.alloc(0);
  private isLast = false;
  private block = new BlockBuilder(this.bytes, 0);
  private marked = 0;
  private recordEnd = 0;
  /** Content of the quotes of this cell, once they are closed; else -1. */
  private contentStart = -1;
  private contentEnd = -1;
  /** Inside a record of which only the beginning was taken. */
  private isSkipping = false;

  constructor(delimiter: string) {
    this.delimiter = Buffer.from(delimiter);
    for (const byte of [lineFeed, carriageReturn]) this.kinds[byte] = breaking;
    this.kinds[quote] = quoting;
    this.kinds[this.delimiter[0] ?? 0] = delimiting;
  }

  /** `a,b\nc,"d` -> one record of two cells, and 4 bytes used. */
  scan(bytes: Buffer, isLast: boolean): ScannedBlock {
    this.bytes = bytes;
    this.isLast = isLast;
    // Blocks of one file are much alike: with some room to spare the list need not grow.
    const before = this.block.cells.length;
    this.block = new BlockBuilder(bytes, before + (before >> 3));
    let start = this.isSkipping ? this.skipLine() : 0;
    while (start < bytes.length) {
      const next = this.nextRecord(start);
      if (next === incomplete) break;
      start = next;
    }
    return this.block.finish(Math.min(start, bytes.length));
  }

  private nextRecord(start: number): number {
    const firstCell = this.block.cells.length;
    this.marked = 0;
    this.contentStart = -1;
    let next = this.cutRecord(start);
    if (next === incomplete && this.bytes.length - start > longestRecord) {
      next = this.bytes.length;
      this.isSkipping = true;
      this.recordEnd = next;
    }
    if (next === wrongQuotes) next = this.cutLine(start);
    if (next >= 0) this.addRecord(start, firstCell);
    else this.block.cells.length = firstCell;
    return next;
  }

  /** Of a record that is too long for one only the beginning is kept. */
  private addRecord(start: number, firstCell: number): void {
    const isEndless = this.recordEnd - start > longestRecord;
    const end = isEndless ? start + keptOfEndless : this.recordEnd;
    if (isEndless) this.marked = marks.endless;
    if (this.marked >= marks.broken) this.block.cells.length = firstCell;
    this.block.addRecord(start, end, firstCell, this.marked);
  }

  /** The cells of the record that begins at `start`; returns where the next record begins. */
  private cutRecord(start: number): number {
    let cellStart = start;
    for (let at = start; ;) {
      at = this.skipPlain(at);
      const kind = this.kindAt(at);
      if (kind === breaking) return this.endRecord(cellStart, at);
      if (kind === quoting) {
        at = this.passQuote(cellStart, at);
        if (at < 0) return at;
      } else if (this.isDelimiter(at)) {
        this.addCell(cellStart, at);
        at = cellStart = at + this.delimiter.length;
      } else at += 1;
    }
  }

  private skipPlain(from: number): number {
    const { bytes, kinds } = this;
    let at = from;
    while (at < bytes.length && kinds[bytes[at] ?? 0] === plain) at += 1;
    return at;
  }

  /** The end of the bytes breaks like a line break. */
  private kindAt(at: number): number {
    return at < this.bytes.length ? (this.kinds[this.bytes[at] ?? 0] ?? plain) : breaking;
  }

  /** A delimiter may have several bytes, as the full-width comma has. */
  private isDelimiter(at: number): boolean {
    const { bytes, delimiter } = this;
    for (let index = 1; index < delimiter.length; index += 1) {
      if (bytes[at + index] !== delimiter[index]) return false;
    }
    return true;
  }

  /** At a line break or at the end of the bytes. */
  private endRecord(cellStart: number, at: number): number {
    const next = this.behindBreak(at);
    if (next === incomplete) return next;
    this.addCell(cellStart, at);
    this.recordEnd = at;
    return next;
  }

  /** A carriage return at the very end may be half of a pair. */
  private behindBreak(at: number): number {
    const { bytes } = this;
    const isReturn = bytes[at] === carriageReturn;
    if (!this.isLast && at + (isReturn ? 1 : 0) >= bytes.length) return incomplete;
    return isReturn && bytes[at + 1] === lineFeed ? at + 2 : at + 1;
  }

  private addCell(from: number, to: number): void {
    const { bytes } = this;
    let [start, end] = [from, to];
    if (this.contentStart >= 0) [start, end] = this.content(to);
    else end = this.withoutPadding(start, end);
    if (bytes[start] === apostrophe && end > start + 1) start = this.behindApostrophe(start);
    if (end !== to || start !== from) this.marked |= marks.trimmed;
    this.block.cells.push(start, end);
  }

  /** Front ends put a TAB behind a cell, databases fill it with zeros. */
  private withoutPadding(start: number, to: number): number {
    let end = to;
    while (end > start && (this.bytes[end - 1] === tab || this.bytes[end - 1] === 0)) end -= 1;
    return end;
  }

  /** What is inside the quotes, and inside the guard that was quoted once more: `"=""0755"""`. */
  private content(cellEnd: number): [start: number, end: number] {
    const { bytes } = this;
    for (let at = this.contentEnd + 1; at < cellEnd; at += 1) {
      if (bytes[at] !== tab && bytes[at] !== space) this.marked |= marks.irregular;
    }
    let [start, end] = [this.contentStart, this.contentEnd];
    this.contentStart = -1;
    end = this.withoutPadding(start, end);
    const isGuard =
      end - start >= 5 &&
      bytes[start] === equals &&
      bytes.toString("latin1", start + 1, start + 3) === '""' &&
      bytes.toString("latin1", end - 2, end) === '""';
    return isGuard ? [start + 3, end - 2] : [start, end];
  }

  /** `'0755` and `'+86` are numbers that Excel was told to keep as text. */
  private behindApostrophe(start: number): number {
    const next = this.bytes[start + 1] ?? 0;
    if (next !== plus && (next < zero || next > nine)) return start;
    // The quotes of the cell can no longer be seen in front of it.
    if ((this.marked & marks.doubled) > 0) this.marked |= marks.irregular;
    return start + 1;
  }

  /** At a quote: returns where to go on, behind the closing quote if this one opens a cell. */
  private passQuote(cellStart: number, at: number): number {
    if (this.contentStart >= 0) {
      this.marked |= marks.irregular;
      return at + 1;
    }
    if (at > cellStart && !this.isPrefix(cellStart, at)) return at + 1;
    const close = this.closingQuote(at);
    if (close < 0) return close;
    this.contentStart = at + 1;
    this.contentEnd = close;
    return close + 1;
  }

  /** Spaces and Excel's `=` may stand in front of a quote that opens a cell. */
  private isPrefix(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) {
      const byte = this.bytes[at];
      if (byte !== space && (byte !== equals || at < to - 1)) return false;
    }
    return true;
  }

  /** The quote that closes the one at `open`, past doubled ones. */
  private closingQuote(open: number): number {
    const { bytes, isLast } = this;
    for (let at = this.nextQuote(open + 1); ; at = this.nextQuote(at + 2)) {
      if (at - open > longestQuoted) return wrongQuotes;
      if (at >= bytes.length && isLast) return wrongQuotes;
      // A quote at the very end may be half of a doubled one, or stand before half a delimiter.
      if (at + this.delimiter.length >= bytes.length && !isLast) return incomplete;
      if (bytes[at + 1] !== quote) return this.closesCell(open, at) ? at : wrongQuotes;
      this.marked |= marks.doubled;
    }
  }

  private nextQuote(from: number): number {
    const { bytes } = this;
    let at = from;
    while (at < bytes.length && bytes[at] !== quote) at += 1;
    return at;
  }

  /** Text may follow the quotes on the same line; behind a line break it is another cell's. */
  private closesCell(open: number, close: number): boolean {
    const next = close + 1;
    const byte = this.bytes[next];
    if (next >= this.bytes.length || byte === tab || byte === space) return true;
    const kind = this.kinds[byte ?? 0];
    if (kind === breaking || (kind === delimiting && this.isDelimiter(next))) return true;
    const inside = this.bytes.subarray(open, close);
    return !inside.includes(lineFeed) && !inside.includes(carriageReturn);
  }

  /** A record whose quotes are wrong ends at its first line break. */
  private cutLine(start: number): number {
    const at = this.lineEnd(start);
    this.recordEnd = at;
    this.marked = marks.broken;
    return this.behindBreak(at);
  }

  private lineEnd(start: number): number {
    const { bytes, kinds } = this;
    let at = start;
    while (at < bytes.length && kinds[bytes[at] ?? 0] !== breaking) at += 1;
    return at;
  }

  private skipLine(): number {
    const at = this.lineEnd(0);
    const next = this.behindBreak(at);
    this.isSkipping = next === incomplete;
    return next === incomplete ? at : next;
  }
}
