import { intAt } from "../element-at.ts";
import { sharedBytes } from "../growing-array.ts";
import { cityOf, provinceOf } from "../region.ts";
import { quarterBits } from "./rarity.ts";

/** Where the rarities of places stand among those of a table. */
export const placeRarityName = "region.places";

/** Six-digit codes from 100000 on as places of a table. */
export function placeOf(code: number): number {
  return code - placeCodes.from;
}

const placeCodes = { from: 100_000, to: 1_000_000 } as const;
const places = placeCodes.to - placeCodes.from;

/**
 * Quarter bits of each county, city and province: a city counts all records in it, a county those
 * that name it. There are a few thousand divisions, however many records there are.
 */
export function placeRarities(values: Int32Array): Uint8Array {
  const records = new Map<number, number>();
  const count = (code: number, by: number): void => {
    records.set(code, (records.get(code) ?? 0) + by);
  };
  const counts = countCodes(values);
  let known = 0;
  for (let code = placeCodes.from; code < placeCodes.to; code += 1) {
    const held = intAt(counts, placeOf(code));
    if (held === 0) continue;
    known += held;
    const city = cityOf(code);
    const province = provinceOf(code) * 10_000;
    for (const place of new Set([code, city, province])) count(place, held);
  }
  const all = quarterBits(known);
  // A place that no counted record names is as rare as can be.
  const rarity = sharedBytes(places).fill(all);
  for (const [code, held] of records) rarity[placeOf(code)] = Math.max(0, all - quarterBits(held));
  return rarity;
}

/** How many records hold each place. */
function countCodes(values: Int32Array): Int32Array {
  const counts = new Int32Array(places);
  for (let record = 0; record < values.length; record += 1) {
    const place = placeOf(intAt(values, record));
    if (place >= 0) counts[place] = intAt(counts, place) + 1;
  }
  return counts;
}
