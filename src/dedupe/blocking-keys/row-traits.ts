import { letterSlots, type ComparedTable } from "../compared-table.ts";
import { intAt } from "../element-at.ts";
import { sharedInts } from "../growing-array.ts";
import { sortedBy } from "../record-order.ts";
import { cityOf, provinceOf } from "../region.ts";

/**
 * What pairs are turned away by before anybody looks at their rows, by rank: where a record sits, and
 * the letters of its core as 64 bits in two integers. All zero where an entity has no such column.
 */
export interface RowTraits {
  readonly places: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** The traits of every row, in shared memory. */
export function rowTraits({ order, cells, slots, stride }: ComparedTable): RowTraits {
  const read = (slot: number | undefined, told: (value: number) => number): Int32Array => {
    const values = sharedInts(order.length);
    if (slot === undefined) return values;
    for (let rank = 0; rank < order.length; rank += 1) {
      values[rank] = told(intAt(cells, rank * stride + slot));
    }
    return values;
  };
  const letters = letterSlots("core");
  return {
    places: read(slots["region"], placeCode),
    low: read(slots[letters.low], (bits) => bits),
    high: read(slots[letters.high], (bits) => bits),
  };
}

/** Province and city, a byte each: `placeCode(440305)` -> 0x2c03, `placeCode(440000)` -> 0x2c00 */
export function placeCode(region: number): number {
  const province = provinceOf(region);
  return (province << 8) | ((cityOf(region) - province * 10_000) / 100);
}

/** Whether two places are two cities; a province may mean any of its own. */
export function areApart(place: number, other: number): boolean {
  if (place === other || place === 0 || other === 0) return false;
  return place >> 8 !== other >> 8 || ((place & 0xff) !== 0 && (other & 0xff) !== 0);
}

/** All rows by their place, those of one place by rank: a stable counting sort. */
export function byPlace({ places }: RowTraits): Int32Array {
  return sortedBy(
    places.map((_, rank) => rank),
    places,
  );
}
