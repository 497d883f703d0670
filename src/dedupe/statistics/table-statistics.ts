import { countIds } from "../column-builder.ts";
import { sharedBytes, sharedInts } from "../growing-array.ts";
import { columnOf, type PackedColumn, type PackedRecords } from "../packed-records.ts";

/** The table with its statistics counted over some of its records, which were `records` once. */
export function withStatistics(
  packed: PackedRecords,
  isCounted: Uint8Array,
  records: number,
): PackedRecords {
  const counted = sharedBytes(packed.size);
  counted.set(isCounted);
  const entries = Object.entries(packed.columns).map(
    ([name, column]) => [name, countOver(column, counted)] as const,
  );
  const statistics = { records, isCounted: counted, counts: Object.fromEntries(entries) };
  return { ...packed, statistics };
}

/** How many records the rarities of a table are counted over. */
export function countedSize({ statistics, size }: PackedRecords): number {
  return statistics?.records ?? size;
}

/** How many of them hold each id of a column. */
export function countsOf(packed: PackedRecords, column: string): Int32Array {
  return packed.statistics?.counts[column] ?? columnOf(packed, column).counts;
}

/** The values of a column of plain numbers, 0 for records that do not count. */
export function countedValues({ statistics }: PackedRecords, { values }: PackedColumn): Int32Array {
  if (statistics === undefined) return values;
  return values.map((value, record) => (statistics.isCounted[record] === 1 ? value : 0));
}

function countOver(
  { kind, offsets, values, counts }: PackedColumn,
  counted: Uint8Array,
): Int32Array {
  // Plain numbers have no counts.
  if (counts.length === 0) return counts;
  const kept = sharedInts(values.length);
  for (let record = 0; record < counted.length; record += 1) {
    if (counted[record] === 0) continue;
    const start = kind === "one" ? record : (offsets[record] ?? 0);
    const end = kind === "one" ? record + 1 : (offsets[record + 1] ?? 0);
    kept.set(values.subarray(start, end), start);
  }
  const all = countIds(kept, counts.length);
  // What does not count stands as 0, which is the missing value.
  all[0] = counts[0] ?? 0;
  return all;
}
