import { placeOf, placeRarityName } from "../rarities/place-rarity.ts";
import { byteAt, intAt } from "../element-at.ts";
import { slotOf } from "../compared-table.ts";
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
    const rarity = table.rarities[placeRarityName] ?? new Uint8Array(0);
    return (left, right, codes) => {
      const nameLevel = levelOf(intAt(codes, 0));
      if (nameLevel === nameLevels.cut) return regionLevels.missing;
      if (nameLevel === nameLevels.near || nameLevel === nameLevels.placed) {
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
