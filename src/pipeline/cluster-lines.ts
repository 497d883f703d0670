import { byteAt, intAt, unitAt } from "../dedupe/element-at.ts";
import { lengthAt, textAt, type TextPool } from "../dedupe/text-pool.ts";
import { csvRow } from "../report/csv.ts";
import type { RowIds } from "./row-ids.ts";

/**
 * `record,cluster` for every row as the bytes of a CSV with a header, UTF-8, LF: in the order of the
 * ids, or of the rows where these are the ids. Written unit by unit from the pool of ids: a million
 * rows would make two million texts.
 */
export function* clusterLines(
  roots: Int32Array,
  { texts, rowsById }: RowIds,
  byId: boolean,
): Generator<Uint8Array> {
  const order = byId ? undefined : positionsOfRows(rowsById);
  const lines = new LineWriter(texts);
  for (let at = 0; at < rowsById.length; at += 1) {
    const record = order === undefined ? at : intAt(order, at);
    const [id, root] = [intAt(rowsById, record) + 1, intAt(rowsById, intAt(roots, record)) + 1];
    if (!lines.hasRoomFor(id, root)) yield lines.handOver(id, root);
    lines.add(id, comma);
    lines.add(root, lineFeed);
  }
  yield lines.handOver(0, 0);
}

/** Row -> its position in the order of ids. */
function positionsOfRows(rowsById: Int32Array): Int32Array {
  const positions = new Int32Array(rowsById.length);
  for (let at = 0; at < rowsById.length; at += 1) positions[intAt(rowsById, at)] = at;
  return positions;
}

const header = "record,cluster\n";
const comma = 0x2c;
const lineFeed = 0x0a;

/** Bytes that are handed over at a time. */
const chunkBytes = 1 << 19;

/** 1 for the units that stand in a cell as one byte and need no quotes. */
const isPlain = Uint8Array.from({ length: 0x7f }, (_, unit) =>
  unit >= 0x20 && !'",'.includes(String.fromCharCode(unit)) ? 1 : 0,
);

/** Lines of two cells in a buffer. */
class LineWriter {
  readonly #texts: TextPool;
  #bytes = Buffer.allocUnsafe(chunkBytes);
  #end = this.#bytes.write(header);

  constructor(texts: TextPool) {
    this.#texts = texts;
  }

  hasRoomFor(id: number, other: number): boolean {
    return this.#end + this.#mostBytes(id, other) <= this.#bytes.length;
  }

  /** What was added, which is the caller's from then on; there is room for the next line then. */
  handOver(id: number, other: number): Uint8Array {
    const added = this.#bytes.subarray(0, this.#end);
    this.#bytes = Buffer.allocUnsafe(Math.max(chunkBytes, this.#mostBytes(id, other)));
    this.#end = 0;
    return added;
  }

  /** Adds a text of the pool as a cell, and what comes behind it. */
  add(id: number, after: number): void {
    const { offsets, units } = this.#texts;
    const [start, end] = [intAt(offsets, id), intAt(offsets, id + 1)];
    const bytes = this.#bytes;
    let to = this.#end;
    for (let at = start; at < end; at += 1, to += 1) {
      const unit = unitAt(units, at);
      if (byteAt(isPlain, unit) === 0) return this.#addText(id, after);
      bytes[to] = unit;
    }
    bytes[to] = after;
    this.#end = to + 1;
  }

  /** The same for a cell of other letters, or one that may need quotes. */
  #addText(id: number, after: number): void {
    const line = csvRow([textAt(this.#texts, id)], { excelSafe: false });
    this.#end += this.#bytes.write(line, this.#end);
    this.#bytes[this.#end - 1] = after;
  }

  /** UTF-16 units take three bytes at most, and a cell may be quoted. */
  #mostBytes(id: number, other: number): number {
    return 3 * (lengthAt(this.#texts, id) + lengthAt(this.#texts, other)) + 6;
  }
}
