import { expect, test } from "vitest";
import { differenceOf, isSlip } from "./slip.ts";

test.each<[string, string, string, boolean, string]>([
  [
    "苏州华宸精密机城有限公司",
    "苏州华宸精密机械有限公司",
    "华宸",
    true,
    "another letter in the trade",
  ],
  ["苏州华宸密精机械有限公司", "苏州华宸精密机械有限公司", "华宸", true, "letters changed places"],
  ["苏州华辰达精密有限公司", "苏州华宸达精密有限公司", "华宸达", true, "one sound, a long brand"],
  [
    "苏州华辰精密有限公司",
    "苏州华宸精密有限公司",
    "华宸",
    false,
    "one sound, but a short brand is a company",
  ],
  ["苏州华信精密有限公司", "苏州华宸精密有限公司", "华宸", false, "another brand"],
  ["合肥康泰物流有限公司", "合肥泰康物流有限公司", "泰康", false, "the whole brand turned around"],
  [
    "西安鼎思科物流有限公司",
    "西安鼎思物流有限公司",
    "鼎思",
    false,
    "a letter more beside the brand",
  ],
  ["苏州华宸精密份股有限公司", "苏州华宸精密股份有限公司", "华宸", true, "in the form"],
  ["苏州华宸国际贸易有限公司", "苏州华宸精密机械有限公司", "华宸", false, "another trade"],
])("%s for %s (%s) -> %s: %s", (written, right, brand, expected) => {
  const start = right.indexOf(brand);
  expect(isSlip(differenceOf(written, right), { start, end: start + brand.length })).toBe(expected);
});
