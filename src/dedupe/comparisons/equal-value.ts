import { byteAt, intAt } from "../element-at.ts";
import { slotOf } from "../compared-table.ts";
import { codeOf, type Comparison } from "./comparison.ts";

/** Compares a column with one id a record: equal values count by how rare they are. */
export function equalValue(column: string, field: string): Comparison {
  return {
    name: column,
    field,
    levels: ["missing", "equal", "differ"],
    bind(table) {
      const { cells } = table;
      const slot = slotOf(table, column);
      const rarities = table.rarities[column] ?? new Uint8Array(0);
      return (left, right) => {
        const value = intAt(cells, left + slot);
        const other = intAt(cells, right + slot);
        if (value === 0 || other === 0) return 0;
        return value === other ? codeOf(1, byteAt(rarities, value)) : 2;
      };
    },
  };
}
