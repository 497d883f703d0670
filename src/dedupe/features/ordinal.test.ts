import { expect, test } from "vitest";
import { ordinalOf, ordinalOfBrand } from "./ordinal.ts";

test.each([
  ["城东第二小学", "2"],
  ["宏远火锅3店", "3"],
  ["宏远机械一厂", "1"],
  ["宏远机械厂", ""],
])("the number in %s is %s", (name, expected) => {
  expect(ordinalOf(name)).toBe(expected);
});

test.each([
  ["蓝鲸一", "南昌蓝鲸一水泥厂", "1", "between brand and trade"],
  ["蓝鲸十", "南昌蓝鲸十水泥厂", "10", "ten of them"],
  ["天一", "天一水泥厂", "", "a brand of two letters"],
  ["蓝鲸一", "蓝鲸一贸易有限公司", "", "companies are not numbered"],
  ["", "水泥厂", "", "no brand"],
])("the number in the brand %s of %s is %j: %s", (brand, name, expected) => {
  expect(ordinalOfBrand(brand, name)).toBe(expected);
});
