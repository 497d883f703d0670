import { intAt, unitAt } from "../element-at.ts";
import { slotOf, type ComparedTable } from "../compared-table.ts";
import { mix } from "../mix.ts";
import { columnOf, type PackedColumn } from "../packed-records.ts";
import { poolSize, type TextPool } from "../text-pool.ts";
import { addKey, type ValueReader } from "./key-family.ts";

const buckets = 1 << 20;
/** Frequencies beyond this count as this: a bigram of so many texts is rare nowhere. */
const mostFrequent = 0xffff;

/**
 * The `count` rarest bigrams of each record's text that other texts share: the prefix filter of set
 * joins, a net under names that were parsed wrongly. Frequencies are counted in hash buckets, so
 * that nothing grows with the number of distinct bigrams.
 */
export function rareBigrams(table: ComparedTable, column: string, count: number): ValueReader {
  const { cells } = table;
  const packed = columnOf(table.packed, column);
  const slot = slotOf(table, column);
  const rarest = { grams: new Int32Array(count + 1), frequencies: new Int32Array(count + 1) };
  // Counted when the first key is asked for: threads that only compare never need it.
  let counted: Uint16Array | undefined;
  return (row, sink) => {
    const frequencies = (counted ??= countBigrams(packed));
    const { offsets, units } = packed.text;
    const id = intAt(cells, row + slot);
    const end = intAt(offsets, id + 1) - 1;
    let found = 0;
    for (let at = intAt(offsets, id); at < end; at += 1) {
      const gram = gramAt(units, at);
      const frequency = unitAt(frequencies, bucketOf(gram));
      if (frequency > 1) found = insert(rarest, found, gram, frequency);
    }
    for (let at = 0; at < found; at += 1) addKey(sink, intAt(rarest.grams, at));
  };
}

interface Rarest {
  readonly grams: Int32Array;
  readonly frequencies: Int32Array;
}

/** Keeps the rarest grams in order, ties by the gram itself; returns how many there are. */
function insert(rarest: Rarest, found: number, gram: number, frequency: number): number {
  const { grams, frequencies } = rarest;
  for (let at = 0; at < found; at += 1) if (grams[at] === gram) return found;
  let at = found;
  while (at > 0 && isRarer(frequency, gram, intAt(frequencies, at - 1), intAt(grams, at - 1))) {
    grams[at] = intAt(grams, at - 1);
    frequencies[at] = intAt(frequencies, at - 1);
    at -= 1;
  }
  grams[at] = gram;
  frequencies[at] = frequency;
  return Math.min(found + 1, grams.length - 1);
}

function isRarer(frequency: number, gram: number, other: number, otherGram: number): boolean {
  return frequency < other || (frequency === other && gram < otherGram);
}

function countBigrams({ text, counts }: PackedColumn): Uint16Array {
  // Half the memory of integers, so that it stays within the cache.
  const frequencies = new Uint16Array(buckets);
  for (let id = 1; id < poolSize(text); id += 1)
    addBigrams(frequencies, text, id, intAt(counts, id));
  return frequencies;
}

/** Repeated grams of one text count twice: rare, and harmless for an order of rarity. */
function addBigrams(
  frequencies: Uint16Array,
  { offsets, units }: TextPool,
  id: number,
  records: number,
): void {
  const end = intAt(offsets, id + 1) - 1;
  for (let at = intAt(offsets, id); at < end; at += 1) {
    const bucket = bucketOf(gramAt(units, at));
    frequencies[bucket] = Math.min(mostFrequent, unitAt(frequencies, bucket) + records);
  }
}

function gramAt(units: Uint16Array, at: number): number {
  return (unitAt(units, at) << 16) | unitAt(units, at + 1);
}

function bucketOf(gram: number): number {
  return mix(gram, 1) & (buckets - 1);
}
