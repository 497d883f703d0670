import { rowsAtOnce } from "./item-records.ts";

/**
 * Rows on their way from the thread that reads a file to the threads that take them: a few buffers
 * that go round in shared memory, so that a file of any length takes the room of the slots alone.
 */
export interface RowSlots {
  /** Signals, then the state of each slot. */
  readonly states: Int32Array;
  readonly slots: readonly SharedArrayBuffer[];
}

/** Some rows as they were put: their numbers in the file from 0, their cells as a JSON array of arrays. */
export type TakeRows = (rows: Int32Array, json: string) => void;

const filled = 0;
const emptied = 1;
const ended = 2;
const firstState = 3;

const isFree = 0;
const isFull = 1;
const isTaken = 2;

const mostRows = 8192;
/** How many rows there are, their numbers, where each ends. */
const headBytes = (1 + mostRows * 2) * 4;
const firstEnd = 1 + mostRows;

const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
/** Before the first row and behind the last one. */
const bracketBytes = 2;

/** Slots for so many bytes of rows each. */
export function createRowSlots(count: number, bytes: number): RowSlots {
  const states = new Int32Array(new SharedArrayBuffer((firstState + count) * 4));
  const slots = Array.from(
    { length: count },
    () => new SharedArrayBuffer(headBytes + bytes + bracketBytes),
  );
  return { states, slots };
}

/** Fills slot after slot; a slot is handed over when the next row has no room in it. */
export class SlotWriter {
  readonly #states: Int32Array;
  readonly #slots: readonly SharedArrayBuffer[];
  #slot = -1;
  #head: Int32Array = new Int32Array(0);
  #body: Buffer = Buffer.alloc(0);
  #rows = 0;
  #used = 0;

  constructor({ states, slots }: RowSlots) {
    this.#states = states;
    this.#slots = slots;
  }

  /** Whether an empty slot has room for so many bytes. */
  fits(bytes: number): boolean {
    return bytes <= (this.#slots[0]?.byteLength ?? 0) - headBytes - bracketBytes;
  }

  /** Puts a row that fits, a JSON array in UTF-8; false when every slot is full, and nothing was put. */
  put(row: number, json: Buffer): boolean {
    const hasRoom = this.#rows < mostRows && this.#used + json.length < this.#body.length;
    if (this.#slot < 0 || !hasRoom) {
      this.#handOver();
      if (!this.#open()) return false;
    }
    this.#body.set(json, this.#used);
    this.#used += json.length;
    this.#head[1 + this.#rows] = row;
    this.#head[firstEnd + this.#rows] = this.#used;
    this.#body[this.#used] = comma;
    this.#used += 1;
    this.#rows += 1;
    return true;
  }

  /** Hands the last rows over: no more will come. */
  end(): void {
    this.#handOver();
    Atomics.store(this.#states, ended, 1);
    ring(this.#states, filled);
  }

  /** Resolves when a slot has been emptied since the call. */
  async untilEmptied(): Promise<void> {
    const seen = Atomics.load(this.#states, emptied);
    if (this.#findFree() >= 0) return;
    await Atomics.waitAsync(this.#states, emptied, seen).value;
  }

  #handOver(): void {
    if (this.#slot < 0) return;
    this.#head[0] = this.#rows;
    Atomics.store(this.#states, firstState + this.#slot, isFull);
    ring(this.#states, filled);
    this.#slot = -1;
  }

  #open(): boolean {
    const slot = this.#findFree();
    const buffer = this.#slots[slot];
    if (buffer === undefined) return false;
    this.#head = new Int32Array(buffer, 0, headBytes / 4);
    this.#body = Buffer.from(buffer, headBytes);
    // Room for a bracket.
    [this.#slot, this.#rows, this.#used] = [slot, 0, 1];
    return true;
  }

  #findFree(): number {
    return this.#slots.findIndex(
      (_, slot) => Atomics.load(this.#states, firstState + slot) === isFree,
    );
  }
}

/** Takes the rows of one full slot, if there is one: whether there was. */
export function takeSlot({ states, slots }: RowSlots, take: TakeRows): boolean {
  const slot = slots.findIndex(
    (_, at) => Atomics.compareExchange(states, firstState + at, isFull, isTaken) === isFull,
  );
  const buffer = slots[slot];
  if (buffer === undefined) return false;
  const head = new Int32Array(buffer, 0, headBytes / 4);
  const body = Buffer.from(buffer, headBytes);
  const rows = head[0] ?? 0;
  let start = 0;
  for (let from = 0; from < rows; from += rowsAtOnce) {
    const to = Math.min(rows, from + rowsAtOnce);
    const end = head[firstEnd + to - 1] ?? 0;
    take(head.subarray(1 + from, 1 + to), inBrackets(body, start, end));
    start = end;
  }
  Atomics.store(states, firstState + slot, isFree);
  ring(states, emptied);
  return true;
}

/** The rows between two separators, which nobody reads again, as one array. */
function inBrackets(body: Buffer, start: number, end: number): string {
  body[start] = openBracket;
  body[end] = closeBracket;
  return body.toString("utf8", start, end + 1);
}

/** Takes rows until the writer has ended; blocks its thread where none are there yet. */
export function takeRows(rows: RowSlots, take: TakeRows): void {
  for (;;) {
    const seen = Atomics.load(rows.states, filled);
    const hasEnded = Atomics.load(rows.states, ended) === 1;
    if (takeSlot(rows, take)) continue;
    if (hasEnded) return;
    Atomics.wait(rows.states, filled, seen);
  }
}

function ring(states: Int32Array, signal: number): void {
  Atomics.add(states, signal, 1);
  Atomics.notify(states, signal);
}
