import { intAt } from "./element-at.ts";
import { columnOf, type PackedRecords } from "./packed-records.ts";
import { lengthAt } from "./text-pool.ts";

/** Where the shape of a name stands in a compared row. */
export const shapeSlot = "name.shape";

const most = 255;

/**
 * Reads the lengths of a record's name and brand, and where the brand starts in the name, a byte
 * each: most unlike names are told apart by them without a look at their letters. Longer ones count as 255.
 */
export function shapeReader(packed: PackedRecords): (record: number) => number {
  const name = columnOf(packed, "name");
  const brand = columnOf(packed, "brand");
  const starts = columnOf(packed, "brandStart").values;
  return (record) => {
    const nameLength = Math.min(most, lengthAt(name.text, intAt(name.values, record)));
    const brandLength = Math.min(most, lengthAt(brand.text, intAt(brand.values, record)));
    return nameLength | (brandLength << 8) | (Math.min(most, intAt(starts, record)) << 16);
  };
}

/** `nameLengthOf(0x020206)` -> 6 */
export function nameLengthOf(shape: number): number {
  return shape & 0xff;
}

/** `brandLengthOf(0x020306)` -> 3 */
export function brandLengthOf(shape: number): number {
  return (shape >> 8) & 0xff;
}

/** `brandStartOf(0x020306)` -> 2 */
export function brandStartOf(shape: number): number {
  return shape >> 16;
}
