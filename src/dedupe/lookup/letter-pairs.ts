import { lengthAt, type TextPool } from "../text-pool.ts";

/** Texts by the pairs of neighbouring letters they have, whatever their order in the pair (CSR). */
export interface LetterPairs {
  /** Sorted, each once. */
  readonly pairs: Float64Array;
  readonly offsets: Int32Array;
  /** Text ids, ascending within a pair. */
  readonly texts: Int32Array;
  /** How many texts there are. */
  readonly size: number;
}

/** Visits the pairs of a text: two letters that changed places give the same pair. */
export function forEachPair(pool: TextPool, id: number, visit: (pair: number) => void): void {
  const start = pool.offsets[id] ?? 0;
  const end = start + lengthAt(pool, id);
  for (let at = start; at + 1 < end; at += 1) {
    const [one, two] = [pool.units[at] ?? 0, pool.units[at + 1] ?? 0];
    visit(one < two ? one * 65_536 + two : two * 65_536 + one);
  }
}

/** Indexes the texts with these ids; each must come once. */
export function indexPairs(pool: TextPool, ids: Int32Array): LetterPairs {
  let count = 0;
  for (const id of ids) count += Math.max(0, lengthAt(pool, id) - 1);
  // A pair has 32 bits and a text at most 21: together they are exact in a double.
  const entries = new Float64Array(count);
  let at = 0;
  for (const [position, id] of ids.entries()) {
    forEachPair(pool, id, (pair) => {
      entries[at] = pair * idSpace + position;
      at += 1;
    });
  }
  return grouped(entries.sort(), ids);
}

const idSpace = 2 ** 21;

function grouped(entries: Float64Array, ids: Int32Array): LetterPairs {
  const pairs = new Float64Array(entries.length);
  const offsets = new Int32Array(entries.length + 1);
  const texts = new Int32Array(entries.length);
  let [groups, filled] = [0, 0];
  let last = -1;
  for (const [at, entry] of entries.entries()) {
    if (at > 0 && entry === entries[at - 1]) continue;
    const pair = Math.floor(entry / idSpace);
    if (pair !== last) {
      pairs[groups] = pair;
      offsets[groups] = filled;
      groups += 1;
      last = pair;
    }
    texts[filled] = ids[entry - pair * idSpace] ?? 0;
    filled += 1;
    offsets[groups] = filled;
  }
  return {
    pairs: pairs.subarray(0, groups),
    offsets: offsets.subarray(0, groups + 1),
    texts: texts.subarray(0, filled),
    size: ids.length,
  };
}

/** The texts that have a pair: `[start, end)` in `texts`, empty for a pair nobody has. */
export function textsWithPair({ pairs, offsets }: LetterPairs, pair: number): [number, number] {
  let [low, high] = [0, pairs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle] ?? 0) < pair) low = middle + 1;
    else high = middle;
  }
  return pairs[low] === pair ? [offsets[low] ?? 0, offsets[low + 1] ?? 0] : [0, 0];
}
