import { columnOf } from "../packed-records.ts";
import { codeOf, rarityBits, type Comparison } from "./comparison.ts";

/** Compares a column with one id a record: equal values count by how rare they are. */
export function equalValue(column: string, field: string): Comparison {
  return {
    name: column,
    field,
    levels: ["missing", "equal", "differ"],
    bind(packed) {
      const { values, counts } = columnOf(packed, column);
      return (left, right) => {
        const value = values[left] ?? 0;
        const other = values[right] ?? 0;
        if (value === 0 || other === 0) return 0;
        if (value !== other) return 2;
        return codeOf(1, rarityBits(packed.size, counts[value] ?? 0));
      };
    },
  };
}
