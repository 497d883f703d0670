import type { ValueReader } from "./key-family.ts";
import { mix } from "./mix.ts";
import type { PackedColumn } from "./packed-records.ts";
import { poolSize } from "./text-pool.ts";

const buckets = 1 << 20;

/**
 * Reads the `count` rarest bigrams of each record's text that other texts share: the prefix filter
 * of set joins, a net under names that were parsed wrongly. Frequencies are counted in hash buckets,
 * so that nothing grows with the number of distinct bigrams.
 */
export function rareBigrams(column: PackedColumn, count: number): ValueReader {
  const frequencies = countBigrams(column);
  return (record, visit) => {
    const grams = bigramsOf(column, column.values[record] ?? 0)
      .filter((gram) => (frequencies[bucketOf(gram)] ?? 0) > 1)
      .sort((a, b) => frequency(frequencies, a) - frequency(frequencies, b) || a - b);
    for (const gram of grams.slice(0, count)) visit(gram);
  };
}

/** Distinct pairs of neighbouring letters as integers, high half first. */
function bigramsOf({ text }: PackedColumn, id: number): number[] {
  const end = (text.offsets[id + 1] ?? 0) - 1;
  const grams: number[] = [];
  for (let at = text.offsets[id] ?? 0; at < end; at += 1) {
    const gram = ((text.units[at] ?? 0) << 16) | (text.units[at + 1] ?? 0);
    if (!grams.includes(gram)) grams.push(gram);
  }
  return grams;
}

function countBigrams(column: PackedColumn): Int32Array {
  const frequencies = new Int32Array(buckets);
  for (let id = 1; id < poolSize(column.text); id += 1) {
    const records = column.counts[id] ?? 0;
    for (const gram of bigramsOf(column, id)) {
      const bucket = bucketOf(gram);
      frequencies[bucket] = (frequencies[bucket] ?? 0) + records;
    }
  }
  return frequencies;
}

function frequency(frequencies: Int32Array, gram: number): number {
  return frequencies[bucketOf(gram)] ?? 0;
}

function bucketOf(gram: number): number {
  return mix(gram, 1) & (buckets - 1);
}
