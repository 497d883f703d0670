import { MarkupReader } from "./markup-reader.ts";

/** No element that is read in one piece is longer: a row of 16,384 cells has some megabytes. */
const mostBytes = 1 << 26;

/**
 * A stretch of a long XML document that moves on with the reader: what was not used yet, and the
 * chunk that came last, in one piece of memory that is used again and again.
 */
export class MarkupWindow {
  readonly reader: MarkupReader = new MarkupReader(Buffer.alloc(0));
  /** First byte that was not used yet. */
  from = 0;
  private wanted = 0;

  /**
   * Adds a chunk. False when it is not worth another try: an element that was not whole last time
   * is tried again when there is twice as much of it. `undefined` is the end of the document.
   */
  push(chunk: Buffer | undefined): boolean {
    if (chunk === undefined) return true;
    this.append(chunk);
    return this.reader.end >= this.wanted;
  }

  /** From here on it was not whole. */
  keepFrom(at: number): void {
    this.from = at;
    const rest = this.reader.end - at;
    this.wanted = rest < 4096 ? 0 : rest * 2;
  }

  /** An element that does not end is no element. */
  get isOverfull(): boolean {
    return this.reader.end - this.from > mostBytes;
  }

  private append(chunk: Buffer): void {
    const { reader } = this;
    const rest = reader.end - this.from;
    const room = rest + chunk.length;
    const target = room > reader.bytes.length ? Buffer.alloc(room * 2) : reader.bytes;
    reader.bytes.copy(target, 0, this.from, reader.end);
    chunk.copy(target, rest);
    reader.bytes = target;
    reader.end = room;
    this.from = 0;
  }
}
