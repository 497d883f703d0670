import { intAt } from "../element-at.ts";
import { slotOf } from "../compared-table.ts";
import { codeOf, type Comparison } from "./comparison.ts";
import { rarestShared } from "./shared-parts.ts";

/** Compares sets of values (phones, mailboxes): one in common counts, by the rarest one. */
export function sharedValue(column: string, field: string): Comparison {
  return {
    name: column,
    field,
    levels: ["missing", "shared", "differ"],
    bind(table) {
      const { cells, lists } = table;
      const slot = slotOf(table, column);
      const rarities = table.rarities[column] ?? new Uint8Array(0);
      return (left, right) => {
        const values = intAt(cells, left + slot);
        const others = intAt(cells, right + slot);
        if (values === 0 || others === 0) return 0;
        const rarity = rarestShared(lists, values, others, rarities);
        return rarity < 0 ? 2 : codeOf(1, rarity);
      };
    },
  };
}
