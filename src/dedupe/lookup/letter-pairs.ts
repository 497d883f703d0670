import { intAt, unitAt } from "../element-at.ts";
import { accumulate, sharedInts } from "../growing-array.ts";
import { mix } from "../mix.ts";
import { lengthAt, type TextPool } from "../text-pool.ts";

/**
 * Texts by the pairs of neighbouring letters they have, whatever their order in the pair (CSR, in
 * shared memory). Only pairs that are asked for are there, and few enough texts have.
 */
export interface LetterPairs {
  /** An open-addressing table, two integers a slot: the number of a pair plus one, and the pair. */
  readonly table: Int32Array;
  /** Pair `n` is in `texts[offsets[n] .. offsets[n + 1])`. */
  readonly offsets: Int32Array;
  /** Text ids, in the order of the indexed ones within a pair. */
  readonly texts: Int32Array;
  /** How many texts there are. */
  readonly size: number;
}

/** Two letters that changed places give the same pair. Its 32 bits as an integer. */
function pairAt(units: Uint16Array, at: number): number {
  const one = unitAt(units, at);
  const two = unitAt(units, at + 1);
  return one < two ? (one << 16) | two : (two << 16) | one;
}

/** Visits the numbers of the pairs of a text that the index has, in the order of the text. */
export function forEachPair(
  { table }: Pick<LetterPairs, "table">,
  { offsets, units }: TextPool,
  id: number,
  visit: (pair: number) => void,
): void {
  const end = intAt(offsets, id + 1) - 1;
  for (let at = intAt(offsets, id); at < end; at += 1) {
    const pair = intAt(table, slotOf(table, pairAt(units, at)));
    if (pair !== 0) visit(pair - 1);
  }
}

/** Which texts are indexed, by which pairs. */
export interface IndexedTexts {
  /** Each once. */
  readonly texts: Int32Array;
  /** The texts whose pairs will be asked for. */
  readonly asked: Int32Array;
  /** A pair that more texts have tells nothing: it has no texts in the index. */
  readonly most: number;
}

/** Indexes texts of a pool: counted and filled in, for a sort would cost more than all searches. */
export function indexPairs(pool: TextPool, { texts, asked, most }: IndexedTexts): LetterPairs {
  const { table, size } = numberPairs(pool, asked);
  const offsets = sharedInts(size + 1);
  forEachHeld(table, pool, texts, (pair) => {
    offsets[pair + 1] = intAt(offsets, pair + 1) + 1;
  });
  for (let pair = 1; pair <= size; pair += 1) if (intAt(offsets, pair) > most) offsets[pair] = 0;
  accumulate(offsets);
  const next = offsets.slice();
  const held = sharedInts(intAt(offsets, size));
  forEachHeld(table, pool, texts, (pair, text) => {
    const place = intAt(next, pair);
    if (place === intAt(offsets, pair + 1)) return;
    held[place] = text;
    next[pair] = place + 1;
  });
  return { table, offsets, texts: held, size: texts.length };
}

/** Numbers the pairs of texts in the order of their first appearance. */
function numberPairs(
  pool: TextPool,
  texts: Int32Array,
): { readonly table: Int32Array; readonly size: number } {
  let count = 0;
  for (const id of texts) count += Math.max(0, lengthAt(pool, id) - 1);
  const table = sharedInts(4 << (32 - Math.clz32(count)));
  let size = 0;
  for (const id of texts) {
    const end = intAt(pool.offsets, id + 1) - 1;
    for (let at = intAt(pool.offsets, id); at < end; at += 1) {
      const pair = pairAt(pool.units, at);
      const slot = slotOf(table, pair);
      if (table[slot] !== 0) continue;
      size += 1;
      table[slot] = size;
      table[slot + 1] = pair;
    }
  }
  return { table, size };
}

/** Where a pair stands in the table, or would stand. */
function slotOf(table: Int32Array, pair: number): number {
  const mask = table.length - 1;
  let slot = (mix(0, pair) << 1) & mask;
  while (table[slot] !== 0 && table[slot + 1] !== pair) slot = (slot + 2) & mask;
  return slot;
}

/** Visits the numbered pairs of all texts, one that a text has twice once. */
function forEachHeld(
  table: Int32Array,
  pool: TextPool,
  texts: Int32Array,
  visit: (pair: number, text: number) => void,
): void {
  const last = new Int32Array(table.length >> 1);
  for (const text of texts) {
    forEachPair({ table }, pool, text, (pair) => {
      if (last[pair] === text) return;
      last[pair] = text;
      visit(pair, text);
    });
  }
}
