import { accumulate, sharedInts } from "./growing-array.ts";
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
  let order = sharedInts(packed.size);
  for (let record = 0; record < packed.size; record += 1) order[record] = record;
  for (const name of localColumns[packed.entity] ?? []) {
    const column = packed.columns[name];
    if (column !== undefined) order = sortedBy(order, column.values);
  }
  return order;
}

/** The positions in `order`, sorted by the value each one has: a stable counting sort. */
export function sortedBy(order: Int32Array, values: Int32Array): Int32Array {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, value);
  const starts = new Int32Array(largest + 2);
  for (const value of values) starts[value + 1] = (starts[value + 1] ?? 0) + 1;
  accumulate(starts);
  const sorted = sharedInts(order.length);
  for (const record of order) {
    const value = values[record] ?? 0;
    const at = starts[value] ?? 0;
    sorted[at] = record;
    starts[value] = at + 1;
  }
  return sorted;
}
