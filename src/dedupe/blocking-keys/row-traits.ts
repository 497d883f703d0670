import { letterSlots, type ComparedTable } from "../compared-table.ts";
import { intAt } from "../element-at.ts";
import { ascending, sharedBytes, sharedInts } from "../growing-array.ts";
import { countWideBits } from "../letter-signature.ts";
import { mix } from "../mix.ts";
import type { NameLetters } from "../name-letters.ts";
import { sortedBy } from "../record-order.ts";
import { cityOf, provinceOf } from "../region.ts";

/**
 * What pairs are turned away by before anybody looks at their rows, by rank and in shared memory:
 * where a record sits, the letters of its core, and its brand. All zero where an entity has no such column.
 */
export interface RowTraits {
  /**
   * Four integers a row, so that a pair touches two places in memory: its place with the number of
   * its letters sixteen bits higher, the letters as 64 bits in two integers, and its brand.
   */
  readonly cells: Int32Array;
  /** All rows by their place, those of one place by rank. */
  readonly byPlace: Int32Array;
  /** 1 for the rows whose pairs with earlier ones teach the weights: one in `taughtOneIn`. */
  readonly taught: Uint8Array;
  readonly taughtOneIn: number;
}

/** More rows than these teach nothing more. */
const mostTaught = 25_000;

/** Rows in their order, whether they have been filled in or not. */
type OrderedRows = Pick<ComparedTable, "packed" | "order">;

/** The traits of every row; so many of them teach. */
export function rowTraits(
  rows: OrderedRows,
  letters: NameLetters,
  most: number = mostTaught,
): RowTraits {
  const { order } = rows;
  const places = placesOf(rows);
  const taughtOneIn = Math.max(1, Math.ceil(order.length / most));
  return {
    cells: traitCells(rows, letters, places),
    byPlace: sortedBy(ascending(order.length), places),
    taught: sampledRows(order, taughtOneIn),
    taughtOneIn,
  };
}

function placesOf({ packed, order }: OrderedRows): Int32Array {
  const places = new Int32Array(order.length);
  const region = packed.columns["region"];
  if (region === undefined) return places;
  for (let rank = 0; rank < order.length; rank += 1) {
    places[rank] = placeCode(intAt(region.values, intAt(order, rank)));
  }
  return places;
}

function traitCells(
  { packed, order }: OrderedRows,
  letters: NameLetters,
  places: Int32Array,
): Int32Array {
  const traits = sharedInts(places.length * 4);
  const slots = letterSlots("core");
  const { brand, core } = packed.columns;
  const { [slots.low]: lows, [slots.high]: highs } = letters;
  if (brand === undefined || core === undefined || !lows || !highs) return traits;
  for (let rank = 0; rank < places.length; rank += 1) {
    const at = rank * 4;
    const record = intAt(order, rank);
    const id = intAt(core.values, record);
    const low = intAt(lows, id);
    const high = intAt(highs, id);
    traits[at] = intAt(places, rank) | (countWideBits(low, high) << placeBits);
    traits[at + 1] = low;
    traits[at + 2] = high;
    traits[at + 3] = intAt(brand.values, record);
  }
  return traits;
}

const placeBits = 16;

/** Where a row sits; see `placeCode`. */
export function placeOf({ cells }: RowTraits, rank: number): number {
  return intAt(cells, rank * 4) & 0xffff;
}

/** How many letters a row holds. */
export function lettersOf({ cells }: RowTraits, rank: number): number {
  return intAt(cells, rank * 4) >>> placeBits;
}

/** Whether two rows have one brand. */
export function haveOneBrand({ cells }: RowTraits, left: number, right: number): boolean {
  const brand = intAt(cells, left * 4 + 3);
  return brand !== 0 && brand === intAt(cells, right * 4 + 3);
}

/** How many letters two rows share. */
export function sharedLetters({ cells }: RowTraits, left: number, right: number): number {
  const at = left * 4;
  const other = right * 4;
  return countWideBits(
    intAt(cells, at + 1) & intAt(cells, other + 1),
    intAt(cells, at + 2) & intAt(cells, other + 2),
  );
}

/** 1 for one row in so many, by a hash of its record's place among all ids. */
function sampledRows(order: Int32Array, oneIn: number): Uint8Array {
  const most = 0xffff_ffff / oneIn;
  const sampled = sharedBytes(order.length);
  for (let rank = 0; rank < order.length; rank += 1) {
    if (mix(17, intAt(order, rank)) >>> 0 <= most) sampled[rank] = 1;
  }
  return sampled;
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
