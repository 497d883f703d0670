import { createGrowingInts } from "../dedupe/growing-array.ts";

const chunkBytes = 1 << 24;

/**
 * Rows of a table as bytes outside the heap, so that a table of a million rows can be read twice
 * and in any order. `store.add(["甲", ""]); store.row(0)` -> `["甲", ""]`
 */
export class RowStore {
  readonly #chunks: Buffer[] = [];
  readonly #chunkOf = createGrowingInts();
  readonly #startOf = createGrowingInts();
  readonly #endOf = createGrowingInts();
  #used = 0;

  /** How many rows it holds. */
  get size(): number {
    return this.#chunkOf.length;
  }

  add(cells: readonly string[]): void {
    const text = JSON.stringify(cells);
    const chunk = this.#roomFor(text.length * 3);
    const start = this.#used;
    this.#used += chunk.write(text, start);
    this.#chunkOf.push(this.#chunks.length - 1);
    this.#startOf.push(start);
    this.#endOf.push(this.#used);
  }

  /** The cells of a row by its number from 0, in the order in which they were added. */
  row(index: number): readonly string[] {
    const chunk = this.#chunks[this.#chunkOf.at(index)];
    if (chunk === undefined || index >= this.size) throw new Error(`No row ${index}`);
    const text = chunk.toString("utf8", this.#startOf.at(index), this.#endOf.at(index));
    // Written by `add`.
    return JSON.parse(text) as string[];
  }

  /** A UTF-16 unit takes three bytes of UTF-8 at most. */
  #roomFor(bytes: number): Buffer {
    const last = this.#chunks.at(-1);
    if (last !== undefined && last.length - this.#used >= bytes) return last;
    const chunk = Buffer.allocUnsafe(Math.max(chunkBytes, bytes));
    this.#chunks.push(chunk);
    this.#used = 0;
    return chunk;
  }
}
