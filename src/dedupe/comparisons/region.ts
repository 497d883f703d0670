import { byteAt, intAt } from "../element-at.ts";
import { slotOf, type ComparedTable } from "../compared-table.ts";
import { columnOf } from "../packed-records.ts";
import { quarterBits } from "../rarity.ts";
import { cityOf, isProvince, provinceOf } from "../region.ts";
import { codeOf, levelOf, type Comparison, type LevelCode } from "./comparison.ts";
import { nameLevels } from "./company-name/name-levels.ts";

export const regionLevels = {
  missing: 0,
  "same-county": 1,
  "same-city": 2,
  "other-county": 3,
  ancestor: 4,
  "same-province": 5,
  within: 6,
  differ: 7,
} as const;

/**
 * Compares where two companies sit. The regions in the names decide when both have one; else those
 * of address, region field or area code count, which may be an office elsewhere. A city counts by
 * how few companies sit there. Silent where the names agree as a whole with a former one.
 */
export const region: Comparison = {
  name: "region",
  field: "region",
  levels: Object.keys(regionLevels),
  bind(table) {
    const { cells } = table;
    const inName = slotOf(table, "nameRegion");
    const anywhere = slotOf(table, "region");
    const rarity = placeRarities(table);
    return (left, right, codes) => {
      const nameLevel = levelOf(intAt(codes, 0));
      if (nameLevel === nameLevels.cut) return regionLevels.missing;
      if (nameLevel === nameLevels.near) {
        const within = regionWithin(
          intAt(cells, left + inName),
          intAt(cells, right + inName),
          rarity,
        );
        if (within !== 0) return within;
      }
      const isNamed = cells[left + inName] !== 0 && cells[right + inName] !== 0;
      const slot = isNamed ? inName : anywhere;
      return compareRegions(intAt(cells, left + slot), intAt(cells, right + slot), rarity);
    };
  },
};

/**
 * The names are nearly alike as a whole, so the region that one was parsed into stands, misspelt, in
 * the other too. 0 when both or neither have one.
 */
function regionWithin(region: number, other: number, rarity: Uint8Array): LevelCode {
  if ((region === 0) === (other === 0)) return 0;
  return codeOf(regionLevels.within, byteAt(rarity, placeOf(cityOf(region + other))));
}

function compareRegions(left: number, right: number, rarity: Uint8Array): LevelCode {
  if (left === 0 || right === 0) return regionLevels.missing;
  if (left === right && !isProvince(left)) {
    return codeOf(
      left === cityOf(left) ? regionLevels["same-city"] : regionLevels["same-county"],
      byteAt(rarity, placeOf(left)),
    );
  }
  const city = cityOf(left);
  if (city !== cityOf(right)) return compareProvinces(left, right, rarity);
  if (isProvince(left)) return codeOf(regionLevels.ancestor, byteAt(rarity, placeOf(left)));
  const level =
    left === city || right === city ? regionLevels["same-city"] : regionLevels["other-county"];
  return codeOf(level, byteAt(rarity, placeOf(city)));
}

function compareProvinces(left: number, right: number, rarity: Uint8Array): LevelCode {
  const province = provinceOf(left) * 10_000;
  if (provinceOf(right) * 10_000 !== province) return regionLevels.differ;
  if (!isProvince(left) && !isProvince(right)) return regionLevels["same-province"];
  return codeOf(regionLevels.ancestor, byteAt(rarity, placeOf(province)));
}

/** Six-digit codes from 100000 on as places of a table. */
function placeOf(code: number): number {
  return code - 100_000;
}

const places = 900_000;

/**
 * Quarter bits of each county, city and province: a city counts all records in it, a county those
 * that name it. There are a few thousand divisions, however many records there are.
 */
function placeRarities({ packed }: ComparedTable): Uint8Array {
  const records = new Map<number, number>();
  const count = (code: number, by: number): void => {
    records.set(code, (records.get(code) ?? 0) + by);
  };
  let known = 0;
  for (const [code, held] of countCodes(columnOf(packed, "region").values)) {
    known += held;
    const city = cityOf(code);
    const province = provinceOf(code) * 10_000;
    for (const place of new Set([code, city, province])) count(place, held);
  }
  const all = quarterBits(known);
  const rarity = new Uint8Array(places);
  for (const [code, held] of records) rarity[placeOf(code)] = Math.max(0, all - quarterBits(held));
  return rarity;
}

function countCodes(values: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const code of values) if (code !== 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
