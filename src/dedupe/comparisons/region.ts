import { placeOf, placeRarityName } from "../rarities/place-rarity.ts";
import { byteAt, intAt, unitAt } from "../element-at.ts";
import { slotOf, type ComparedTable } from "../compared-table.ts";
import { brandLengthOf, brandStartOf, shapeSlot } from "../name-shape.ts";
import { columnOf } from "../packed-records.ts";
import type { TextPool } from "../text-pool.ts";
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
 * Compares where two companies sit. The regions in the names decide when both have one; else, and
 * where one of them is no more than the province of the other, those of address, region field or
 * area code count, which may be an office elsewhere. A city counts by how few companies sit there.
 * Silent where the names agree as a whole with a former one.
 */
export const region: Comparison = {
  name: "region",
  field: "region",
  levels: Object.keys(regionLevels),
  bind(table) {
    const { cells } = table;
    const inName = slotOf(table, "nameRegion");
    const anywhere = slotOf(table, "region");
    const rarity = table.rarities[placeRarityName] ?? new Uint8Array(0);
    const isWithin = bindWithin(table);
    return (left, right, codes) => {
      const nameLevel = levelOf(intAt(codes, 0));
      if (nameLevel === nameLevels.cut) return regionLevels.missing;
      if (isWithin(nameLevel, left, right)) {
        const place = cityOf(intAt(cells, left + inName) + intAt(cells, right + inName));
        return codeOf(regionLevels.within, byteAt(rarity, placeOf(place)));
      }
      const slot = isToldByNames(intAt(cells, left + inName), intAt(cells, right + inName))
        ? inName
        : anywhere;
      return compareRegions(intAt(cells, left + slot), intAt(cells, right + slot), rarity);
    };
  },
};

/** Whether both names tell a region, and not a province beside a city, where addresses tell more. */
function isToldByNames(left: number, right: number): boolean {
  if (left === 0 || right === 0) return false;
  return isProvince(left) === isProvince(right) || provinceOf(left) !== provinceOf(right);
}

/**
 * Whether names that are nearly alike as a whole, or spelt alike behind their place, have the region
 * that one was parsed into misspelt in the other: half of its letters stand there. False when both or
 * neither were parsed into one.
 */
function bindWithin(
  table: ComparedTable,
): (nameLevel: number, left: number, right: number) => boolean {
  const { cells, packed } = table;
  const { text } = columnOf(packed, "name");
  const [inName, nameSlot, shape] = [
    slotOf(table, "nameRegion"),
    slotOf(table, "name"),
    slotOf(table, shapeSlot),
  ];
  return (nameLevel, left, right) => {
    if (nameLevel !== nameLevels.near && nameLevel !== nameLevels.placed) return false;
    const isLeftPlaced = cells[left + inName] !== 0;
    if (isLeftPlaced === (cells[right + inName] !== 0)) return false;
    if (nameLevel === nameLevels.placed) return true;
    const [placed, other] = isLeftPlaced ? [left, right] : [right, left];
    const name = intAt(cells, placed + nameSlot);
    const start = brandStartOf(intAt(cells, placed + shape));
    const length = brandLengthOf(intAt(cells, placed + shape));
    // A region in brackets stands behind the brand.
    const region = start > 0 ? { from: 0, to: start } : { from: length, to: length + 2 };
    return sharesHalf(text, name, region, intAt(cells, other + nameSlot));
  };
}

/** Whether half of the letters of a part of one text stand in another. */
function sharesHalf(
  { offsets, units }: TextPool,
  text: number,
  { from, to }: { readonly from: number; readonly to: number },
  other: number,
): boolean {
  const start = intAt(offsets, text);
  const letters = units.subarray(intAt(offsets, other), intAt(offsets, other + 1));
  let found = 0;
  for (let at = from; at < to; at += 1) {
    if (letters.includes(unitAt(units, start + at))) found += 1;
  }
  return found * 2 >= to - from;
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
