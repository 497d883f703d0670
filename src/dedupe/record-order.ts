import { intAt } from "./element-at.ts";
import { accumulate, ascending, release, sharedInts, toShared } from "./growing-array.ts";
import type { PackedRecords } from "./packed-records.ts";

/** Columns whose equal values make most candidates; the last one sorts first. */
const localColumns: Readonly<Record<string, readonly string[]>> = {
  customer: ["region", "brand", "brandPinyin"],
  contact: ["name", "namePinyin"],
};

/**
 * The order in which records are laid out for comparing: those with an equal brand stand together,
 * so that most pairs are neighbours in memory. Rank -> record; ties keep the order of the records.
 */
export function localOrder(packed: PackedRecords): Int32Array {
  let order = ascending(packed.size);
  for (const name of localColumns[packed.entity] ?? []) {
    const column = packed.columns[name];
    if (column === undefined) continue;
    const sorted = new Int32Array(order.length);
    sortInto(sorted, order, column.values);
    release(order);
    order = sorted;
  }
  const shared = toShared(order);
  release(order);
  return shared;
}

/** The positions in `order`, sorted by the value each one has: a stable counting sort. */
export function sortedBy(order: Int32Array, values: Int32Array): Int32Array {
  const sorted = sharedInts(order.length);
  sortInto(sorted, order, values);
  return sorted;
}

function sortInto(sorted: Int32Array, order: Int32Array, values: Int32Array): void {
  const starts = startsOf(order, values);
  for (let at = 0; at < order.length; at += 1) {
    const record = intAt(order, at);
    const value = intAt(values, record);
    const place = intAt(starts, value);
    sorted[place] = record;
    starts[value] = place + 1;
  }
}

/** Where each value starts among the sorted ones. */
function startsOf(order: Int32Array, values: Int32Array): Int32Array {
  const starts = new Int32Array(largestOf(values) + 2);
  countValues(starts, order, values);
  accumulate(starts);
  return starts;
}

/** Counts each value one place further on. */
function countValues(counts: Int32Array, order: Int32Array, values: Int32Array): void {
  for (let at = 0; at < order.length; at += 1) {
    const next = intAt(values, intAt(order, at)) + 1;
    counts[next] = intAt(counts, next) + 1;
  }
}

function largestOf(values: Int32Array): number {
  let largest = 0;
  for (let at = 0; at < values.length; at += 1) largest = Math.max(largest, intAt(values, at));
  return largest;
}
