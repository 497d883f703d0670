import { intAt } from "./element-at.ts";
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
  for (let at = 0; at < values.length; at += 1) largest = Math.max(largest, intAt(values, at));
  const starts = new Int32Array(largest + 2);
  for (let at = 0; at < order.length; at += 1) {
    const value = intAt(values, intAt(order, at));
    starts[value + 1] = intAt(starts, value + 1) + 1;
  }
  accumulate(starts);
  const sorted = sharedInts(order.length);
  for (let at = 0; at < order.length; at += 1) {
    const record = intAt(order, at);
    const value = intAt(values, record);
    const place = intAt(starts, value);
    sorted[place] = record;
    starts[value] = place + 1;
  }
  return sorted;
}
