import { sharedBytes } from "../growing-array.ts";
import { cityOf, provinceOf } from "../region.ts";
import { quarterBits } from "./rarity.ts";

/** Where the rarities of places stand among those of a table. */
export const placeRarityName = "region.places";

/** Six-digit codes from 100000 on as places of a table. */
export function placeOf(code: number): number {
  return code - 100_000;
}

const places = 900_000;

/**
 * Quarter bits of each county, city and province: a city counts all records in it, a county those
 * that name it. There are a few thousand divisions, however many records there are.
 */
export function placeRarities(values: Int32Array): Uint8Array {
  const records = new Map<number, number>();
  const count = (code: number, by: number): void => {
    records.set(code, (records.get(code) ?? 0) + by);
  };
  let known = 0;
  for (const [code, held] of countCodes(values)) {
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

function countCodes(values: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const code of values) if (code !== 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
