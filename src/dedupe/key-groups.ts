import type { KeyFamily } from "./key-family.ts";
import { accumulate, createGrowingInts, type GrowingInts } from "./growing-array.ts";

/** The (key, record) entries of one family, grouped: equal keys stand together, records ascend. */
export interface GroupedEntries {
  readonly keys: Int32Array;
  readonly records: Int32Array;
}

/** Collects the keys of every record and groups them with a counting sort over hash buckets. */
export function groupEntries(family: KeyFamily, size: number): GroupedEntries {
  const keys = createGrowingInts(size);
  const records = createGrowingInts(size);
  for (let record = 0; record < size; record += 1) {
    family.keysOf(record, (key) => {
      keys.push(key);
      records.push(record);
    });
  }
  return sortByKey(keys, records);
}

function sortByKey(keys: GrowingInts, records: GrowingInts): GroupedEntries {
  const shift = Math.min(31, Math.max(8, Math.clz32(keys.length)));
  const next = bucketStarts(keys, shift);
  const sorted = { keys: new Int32Array(keys.length), records: new Int32Array(keys.length) };
  for (let entry = 0; entry < keys.length; entry += 1) {
    const key = keys.at(entry);
    const bucket = key >>> shift;
    const at = next[bucket] ?? 0;
    next[bucket] = at + 1;
    insertSorted(sorted, at, key, records.at(entry));
  }
  return sorted;
}

/** Where each bucket of keys begins. */
function bucketStarts(keys: GrowingInts, shift: number): Int32Array {
  const starts = new Int32Array((0xffffffff >>> shift) + 2);
  for (let entry = 0; entry < keys.length; entry += 1) {
    const bucket = (keys.at(entry) >>> shift) + 1;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  accumulate(starts);
  return starts;
}

/**
 * Puts an entry behind those of its bucket with a key not larger. A bucket seldom holds two
 * different keys, and equal keys arrive in order, so almost nothing is ever moved.
 */
function insertSorted(sorted: GroupedEntries, end: number, key: number, record: number): void {
  const { keys, records } = sorted;
  let at = end;
  const shiftedKey = key >>> 0;
  while (at > 0 && isOfLaterKey(keys[at - 1] ?? 0, records[at - 1] ?? 0, shiftedKey, record)) {
    keys[at] = keys[at - 1] ?? 0;
    records[at] = records[at - 1] ?? 0;
    at -= 1;
  }
  keys[at] = key;
  records[at] = record;
}

/** Unsigned order keeps the buckets apart: an entry never moves past the start of its own bucket. */
function isOfLaterKey(key: number, record: number, newKey: number, newRecord: number): boolean {
  const unsigned = key >>> 0;
  return unsigned > newKey || (unsigned === newKey && record > newRecord);
}
