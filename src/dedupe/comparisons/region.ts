import { columnOf } from "../packed-records.ts";
import { cityOf, isProvince, provinceOf } from "../region.ts";
import type { Comparison } from "./comparison.ts";

/**
 * Compares where two companies sit, by city. The regions in the names decide when both have one;
 * else those of address, region field or area code count, which may be an office elsewhere.
 */
export const region: Comparison = {
  name: "region",
  field: "region",
  levels: ["missing", "same-city", "ancestor", "differ"],
  bind(packed) {
    const inName = columnOf(packed, "nameRegion").values;
    const anywhere = columnOf(packed, "region").values;
    return (left, right) => {
      const isNamed = inName[left] !== 0 && inName[right] !== 0;
      const values = isNamed ? inName : anywhere;
      return compareRegions(values[left] ?? 0, values[right] ?? 0);
    };
  },
};

function compareRegions(left: number, right: number): number {
  if (left === 0 || right === 0) return 0;
  if (cityOf(left) === cityOf(right)) return isProvince(left) && isProvince(right) ? 2 : 1;
  const isSameProvince = provinceOf(left) === provinceOf(right);
  return isSameProvince && (isProvince(left) || isProvince(right)) ? 2 : 3;
}
