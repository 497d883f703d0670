import { createGrowingInts } from "../dedupe/growing-array.ts";
import type { TableRow } from "../model/source.ts";
import { CellsEncoder } from "../workspace/cells-encoder.ts";

const chunkBytes = 1 << 24;

/** Rows as bytes in shared memory, for threads that read them. */
export interface SharedRows {
  readonly chunks: readonly SharedArrayBuffer[];
  readonly chunkOf: Int32Array;
  readonly startOf: Int32Array;
  readonly endOf: Int32Array;
}

/**
 * Rows of a table as bytes outside the heap, so that a table of a million rows can be read twice,
 * in any order and by several threads.
 */
export class RowStore {
  readonly #encoder = new CellsEncoder();
  readonly #chunks: Buffer[] = [];
  readonly #shared: SharedArrayBuffer[] = [];
  readonly #chunkOf = createGrowingInts();
  readonly #startOf = createGrowingInts();
  readonly #endOf = createGrowingInts();
  #used = 0;

  /** How many rows it holds. */
  get size(): number {
    return this.#chunkOf.length;
  }

  add(row: TableRow): void {
    const json = this.#encoder.encode(row);
    const chunk = this.#roomFor(typeof json === "string" ? json.length * 3 : json.length);
    const start = this.#used;
    if (typeof json === "string") this.#used += chunk.write(json, start);
    else {
      chunk.set(json, start);
      this.#used += json.length;
    }
    this.#chunkOf.push(this.#chunks.length - 1);
    this.#startOf.push(start);
    this.#endOf.push(this.#used);
  }

  /** The rows as they are now; nothing may be added any more. */
  share(): SharedRows {
    return {
      chunks: this.#shared,
      chunkOf: this.#chunkOf.toShared(),
      startOf: this.#startOf.toShared(),
      endOf: this.#endOf.toShared(),
    };
  }

  /** A UTF-16 unit takes three bytes of UTF-8 at most. */
  #roomFor(bytes: number): Buffer {
    const last = this.#chunks.at(-1);
    if (last !== undefined && last.length - this.#used >= bytes) return last;
    const shared = new SharedArrayBuffer(Math.max(chunkBytes, bytes));
    const chunk = Buffer.from(shared);
    this.#shared.push(shared);
    this.#chunks.push(chunk);
    this.#used = 0;
    return chunk;
  }
}

/** Gives the cells of a row by its number from 0, in the order in which they were added. */
export function rowReader(rows: SharedRows): (row: number) => readonly string[] {
  const chunks = rows.chunks.map((chunk) => Buffer.from(chunk));
  return (row) => {
    const chunk = chunks[rows.chunkOf[row] ?? -1];
    if (chunk === undefined) throw new Error(`No row ${row}`);
    const text = chunk.toString("utf8", rows.startOf[row], rows.endOf[row]);
    // Written by `add`.
    return JSON.parse(text) as string[];
  };
}
