import type { EncodedCells, TableRow } from "../model/source.ts";
import type { Write } from "./text-output.ts";

const bufferBytes = 1 << 20;

/**
 * Rows as NDJSON, one object a line, every value a string, keys in the order of the columns.
 * Cells that are still bytes are copied as bytes: nothing is decoded on the way. One buffer is
 * filled while the other is being written.
 */
export class NdjsonOutput {
  private readonly write: Write;
  /** What stands before each value, the brackets and quotes with it. */
  private readonly before: readonly Buffer[];
  private readonly beforeBytes: number;
  private buffer: Buffer = Buffer.allocUnsafe(bufferBytes);
  private spare: Buffer = Buffer.allocUnsafe(bufferBytes);
  private length = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(columns: readonly string[], write: Write) {
    this.write = write;
    this.before = columns.map((column, at) =>
      Buffer.from(`${at === 0 ? "{" : '",'}${JSON.stringify(column)}:"`),
    );
    this.beforeBytes = this.before.reduce((sum, { length }) => sum + length, 4);
  }

  async addAll(rows: readonly TableRow[]): Promise<void> {
    for (const row of rows) {
      const cells = row.encoded ?? encode(row.cells);
      const most = this.beforeBytes + cells.mostBytes;
      if (this.length + most > this.buffer.length) await this.flush(most);
      this.add(cells);
    }
  }

  /** Waits until all is written. */
  async end(): Promise<void> {
    await this.flush(0);
    await this.writing;
  }

  private add(cells: EncodedCells): void {
    const { before, buffer } = this;
    let at = this.length;
    let index = 0;
    for (const bytes of before) {
      buffer.set(bytes, at);
      at = cells.writeJson(index, buffer, at + bytes.length);
      index += 1;
    }
    buffer.set(rowEnd, at);
    this.length = at + rowEnd.length;
  }

  private async flush(room: number): Promise<void> {
    await this.writing;
    const { buffer, length } = this;
    this.buffer = this.spare.length < room ? Buffer.allocUnsafe(room) : this.spare;
    this.spare = buffer;
    this.length = 0;
    if (length > 0) this.writing = this.write(buffer.subarray(0, length));
    // A failure is thrown by whoever waits; until then nobody listens.
    this.writing.catch(() => undefined);
  }
}

const rowEnd = Buffer.from('"}\n');

function encode(cells: readonly string[]): EncodedCells {
  const texts = cells.map((cell) => Buffer.from(JSON.stringify(cell)).subarray(1, -1));
  return {
    width: cells.length,
    mostBytes: texts.reduce((sum, { length }) => sum + length, 0),
    cellAt: (at) => cells[at] ?? "",
    mayHoldIdentity: () => true,
    writeJson(at, target, offset) {
      const text = texts[at] ?? Buffer.alloc(0);
      target.set(text, offset);
      return offset + text.length;
    },
  };
}
