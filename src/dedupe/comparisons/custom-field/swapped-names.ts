import { holdsId, slotOf, type ComparedTable } from "../../compared-table.ts";
import { byteAt, intAt } from "../../element-at.ts";
import type { PackedCustomField } from "../../packed-records.ts";

/** Rarity of a name that stands in another field of the other record, -1 when there is none. */
export function bindSwapped(
  table: ComparedTable,
  column: string,
  names: readonly PackedCustomField[],
): (left: number, right: number) => number {
  const { cells, lists } = table;
  const slot = slotOf(table, column);
  const slots = names.map(({ name }) => slotOf(table, `custom.${name}`));
  const rarities = table.rarities[column] ?? new Uint8Array(0);
  return (left, right) => {
    const name = intAt(cells, left + slot);
    const other = intAt(cells, right + slot);
    for (const elsewhere of slots) {
      const isIn = name > 0 && holdsId(lists, intAt(cells, right + elsewhere), name);
      if (isIn) return byteAt(rarities, name);
      const isOtherIn = other > 0 && holdsId(lists, intAt(cells, left + elsewhere), other);
      if (isOtherIn) return byteAt(rarities, other);
    }
    return -1;
  };
}
