import { createGrowingInts, withRoomFor } from "./growing-array.ts";

/** Texts by id in one buffer: text `id` is `units[offsets[id] .. offsets[id + 1])`. Id 0 is "". */
export interface TextPool {
  readonly offsets: Int32Array;
  readonly units: Uint16Array;
}

/** A pool without texts, for columns whose text nobody compares. */
export const emptyTextPool: TextPool = { offsets: new Int32Array(2), units: new Uint16Array(0) };

/** As many arguments as a call takes on any stack. */
const unitsAtOnce = 4096;

/**
 * The text of an id: `textAt(pool, 0)` -> "". Written at once: a text that grows letter by letter
 * is kept by the engine as a list of its letters, twenty times its size.
 */
export function textAt(pool: TextPool, id: number): string {
  const end = pool.offsets[id + 1] ?? 0;
  let text = "";
  for (let at = pool.offsets[id] ?? 0; at < end; at += unitsAtOnce) {
    const units = pool.units.subarray(at, Math.min(end, at + unitsAtOnce));
    // `apply` takes whatever has a length; its type only knows arrays. Spreading costs three times as much.
    text += String.fromCharCode.apply(null, units as unknown as number[]);
  }
  return text;
}

/** How many texts the pool holds, the empty one included. */
export function poolSize(pool: TextPool): number {
  return pool.offsets.length - 1;
}

/** Length of a text in UTF-16 units. */
export function lengthAt(pool: TextPool, id: number): number {
  return (pool.offsets[id + 1] ?? 0) - (pool.offsets[id] ?? 0);
}

/** Collects texts one after the other, equal ones too: the first one gets id 1. */
export class TextPoolBuilder {
  readonly #offsets = createGrowingInts();
  #units = new Uint16Array(4096);
  #end = 0;

  constructor() {
    this.#offsets.push(0);
    this.#offsets.push(0);
  }

  /** How many texts were added. */
  get size(): number {
    return this.#offsets.length - 2;
  }

  add(text: string): void {
    const end = this.#end + text.length;
    if (end > this.#units.length) this.#units = withRoomFor(this.#units, end);
    for (let at = 0; at < text.length; at += 1) this.#units[this.#end + at] = text.charCodeAt(at);
    this.#end = end;
    this.#offsets.push(end);
  }

  /** The texts so far, as they are now. */
  finish(): TextPool {
    return { offsets: this.#offsets.view(), units: this.#units.subarray(0, this.#end) };
  }
}

/** The texts of several pools one after the other, ids counted on; the empty text stays id 0. */
export function joinPools(pools: readonly TextPool[]): TextPool {
  const [only, ...others] = pools;
  if (only !== undefined && others.length === 0) return only;
  const texts = pools.reduce((total, pool) => total + poolSize(pool) - 1, 0);
  const length = pools.reduce((total, pool) => total + (pool.offsets.at(-1) ?? 0), 0);
  const offsets = new Int32Array(new SharedArrayBuffer((texts + 2) * 4));
  const units = new Uint16Array(new SharedArrayBuffer(length * 2));
  let [text, start] = [1, 0];
  for (const pool of pools) {
    units.set(pool.units.subarray(0, pool.offsets.at(-1) ?? 0), start);
    for (let id = 1; id < poolSize(pool); id += 1) {
      text += 1;
      offsets[text] = start + (pool.offsets[id + 1] ?? 0);
    }
    start += pool.offsets.at(-1) ?? 0;
  }
  return { offsets, units };
}
