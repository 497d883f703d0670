import { forEachId, slotOf, type ComparedTable } from "../../compared-table.ts";
import { byteAt, intAt } from "../../element-at.ts";
import { columnOf } from "../../packed-records.ts";
import { createTextDistance, type TextDistance } from "../../text-distance.ts";
import { lengthAt, type TextPool } from "../../text-pool.ts";

/** Edits that a text of this length may differ by and still be the same. */
export function textEdits(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : length < 14 ? 2 : 3;
}

/** One wrong digit in four or more. */
export function digitEdits(length: number): number {
  return length < 4 ? 0 : 1;
}

type AllowedEdits = (length: number) => number;

/** Rarity of the commoner of two values that are near, -1 when no two are. */
export function bindNear(
  table: ComparedTable,
  column: string,
  edits: AllowedEdits,
): (left: number, right: number) => number {
  const { cells, lists } = table;
  const slot = slotOf(table, column);
  const rarities = table.rarities[column] ?? new Uint8Array(0);
  const { text } = columnOf(table.packed, column);
  const distance = createTextDistance(text);
  return (left, right) => {
    let rarity = -1;
    forEachId(lists, intAt(cells, left + slot), (value) => {
      forEachId(lists, intAt(cells, right + slot), (other) => {
        if (!isNear(text, [value, other], distance, edits)) return;
        rarity = Math.max(rarity, Math.min(byteAt(rarities, value), byteAt(rarities, other)));
      });
    });
    return rarity;
  };
}

function isNear(
  text: TextPool,
  [value, other]: readonly [number, number],
  distance: TextDistance,
  edits: AllowedEdits,
): boolean {
  const allowed = edits(Math.min(lengthAt(text, value), lengthAt(text, other)));
  return allowed > 0 && distance(value, other, allowed) <= allowed;
}
