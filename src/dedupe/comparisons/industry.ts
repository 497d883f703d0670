import { columnOf, hasValue, type PackedColumn } from "../packed-records.ts";
import type { Comparison } from "./comparison.ts";

/** Compares the trade words in two company names as sets. */
export const industry: Comparison = {
  name: "industry",
  field: "legal_name",
  levels: ["missing", "equal", "overlap", "one-missing", "differ"],
  bind(packed) {
    const column = columnOf(packed, "industries");
    return (left, right) => {
      const size = sizeOf(column, left);
      const otherSize = sizeOf(column, right);
      if (size === 0 && otherSize === 0) return 0;
      if (size === 0 || otherSize === 0) return 3;
      const shared = countShared(column, left, right);
      if (shared === 0) return 4;
      return shared === size && shared === otherSize ? 1 : 2;
    };
  },
};

function sizeOf({ offsets }: PackedColumn, record: number): number {
  return (offsets[record + 1] ?? 0) - (offsets[record] ?? 0);
}

function countShared(column: PackedColumn, left: number, right: number): number {
  const end = column.offsets[left + 1] ?? 0;
  let shared = 0;
  for (let at = column.offsets[left] ?? 0; at < end; at += 1) {
    if (hasValue(column, right, column.values[at] ?? 0)) shared += 1;
  }
  return shared;
}
