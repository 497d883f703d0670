import { columnOf, type PackedColumn, type PackedCustomField } from "../packed-records.ts";
import { createTextDistance, type TextDistance } from "../text-distance.ts";
import { lengthAt } from "../text-pool.ts";
import { codeOf, rarityBits, type Comparison } from "./comparison.ts";
import { sharedValue } from "./shared-value.ts";

/**
 * Compares a custom field that identifies. `exact` knows equal and not equal; the others forgive
 * slips: a letter or two in a text or name, one digit in a date or number.
 */
export function customField({ name, compare }: PackedCustomField): Comparison {
  const column = `custom.${name}`;
  const exact = { ...sharedValue(column, name), levels: ["missing", "equal", "differ"] };
  if (compare === "exact") return exact;
  const edits = compare === "text" || compare === "name" ? textEdits : digitEdits;
  return {
    name: column,
    field: name,
    levels: ["missing", "equal", "differ", "near"],
    bind(packed) {
      const packedColumn = columnOf(packed, column);
      const compareExactly = exact.bind(packed);
      const distance = createTextDistance(packedColumn.text);
      return (left, right) => {
        const code = compareExactly(left, right);
        if (code !== 2) return code;
        const count = commonestNear(packedColumn, [left, right], distance, edits);
        return count === 0 ? 2 : codeOf(3, rarityBits(packed.size, count));
      };
    },
  };
}

/** Edits that a text of this length may differ by and still be the same. */
function textEdits(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : length < 14 ? 2 : 3;
}

function digitEdits(length: number): number {
  return length < 4 ? 0 : 1;
}

type AllowedEdits = (length: number) => number;

/** Frequency of the commoner of two values that are near, 0 when no two are. */
function commonestNear(
  column: PackedColumn,
  [left, right]: readonly [number, number],
  distance: TextDistance,
  edits: AllowedEdits,
): number {
  const { counts } = column;
  for (const value of idsOf(column, left)) {
    for (const other of idsOf(column, right)) {
      if (!isNear(column, [value, other], distance, edits)) continue;
      return Math.max(counts[value] ?? 0, counts[other] ?? 0);
    }
  }
  return 0;
}

function isNear(
  { text }: PackedColumn,
  [value, other]: readonly [number, number],
  distance: TextDistance,
  edits: AllowedEdits,
): boolean {
  const allowed = edits(Math.min(lengthAt(text, value), lengthAt(text, other)));
  return allowed > 0 && distance(value, other, allowed) <= allowed;
}

function idsOf({ offsets, values }: PackedColumn, record: number): Int32Array {
  return values.subarray(offsets[record] ?? 0, offsets[record + 1] ?? 0);
}
