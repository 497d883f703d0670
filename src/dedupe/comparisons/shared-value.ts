import { columnOf, hasValue, type PackedColumn } from "../packed-records.ts";
import { codeOf, rarityBits, type Comparison } from "./comparison.ts";

/** Compares sets of values (phones, mailboxes): one in common counts, by the rarest one. */
export function sharedValue(column: string, field: string): Comparison {
  return {
    name: column,
    field,
    levels: ["missing", "shared", "differ"],
    bind(packed) {
      const packedColumn = columnOf(packed, column);
      const { offsets } = packedColumn;
      return (left, right) => {
        if (offsets[left] === offsets[left + 1] || offsets[right] === offsets[right + 1]) return 0;
        const count = rarestShared(packedColumn, left, right);
        return count === 0 ? 2 : codeOf(1, rarityBits(packed.size, count));
      };
    },
  };
}

/** The smallest frequency among the ids that both records hold, 0 when they share none. */
function rarestShared(column: PackedColumn, left: number, right: number): number {
  const end = column.offsets[left + 1] ?? 0;
  let rarest = 0;
  for (let at = column.offsets[left] ?? 0; at < end; at += 1) {
    const value = column.values[at] ?? 0;
    if (!hasValue(column, right, value)) continue;
    const count = column.counts[value] ?? 0;
    rarest = rarest === 0 ? count : Math.min(rarest, count);
  }
  return rarest;
}
