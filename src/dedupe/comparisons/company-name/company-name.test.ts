import { expect, test } from "vitest";
import { layOut } from "../../lay-out-table.ts";
import { inventName, inventRecord } from "../../invented-records.ts";
import { packRecords } from "../../pack.ts";
import { levelOf } from "../comparison.ts";
import { companyName } from "./company-name.ts";

type Parts = readonly [norm: string, region: string, brand: string, industry: readonly string[]];

function levelBetween(left: Parts, right: Parts): string | undefined {
  const records = [left, right].map(([norm, region, brand, industry], at) =>
    inventRecord(`a:${at}`, "customer", {
      legal_name: [inventName({ norm, region, brand, industry })],
    }),
  );
  const table = layOut(packRecords([...records, ...others], "customer"));
  const [first = 0, second = 0] = table.rows;
  return companyName.levels[levelOf(companyName.bind(table)(first, second, new Int32Array(16)))];
}

/** What is shared must be rarer than all. */
const others = Array.from({ length: 60 }, (_, at) =>
  inventRecord(`x:${at}`, "customer", { legal_name: [inventName({ norm: `其他${at}` })] }),
);

const parts = (norm: string, region: string, brand: string, ...industry: string[]): Parts => [
  norm,
  region,
  brand,
  industry,
];
const clean = parts("上海宏远精密机械有限公司", "310000", "宏远", "精密机械");

test.each([
  ["a slip in the region", parts("上侮宏远精密机械有限公司", "", "上侮宏远", "精密机械"), "near"],
  ["a slip in the trade", parts("上海宏远精密机诫有限公司", "310000", "宏远精密机诫"), "near"],
  [
    "a letter in the brand",
    parts("上海宏远大精密机械有限公司", "310000", "宏远大", "精密机械"),
    "brand-longer",
  ],
  ["another brand", parts("上海宏通达精密机械有限公司", "310000", "宏通达", "精密机械"), "differ"],
  [
    "two of its letters",
    parts("上海远大宏精密机械有限公司", "310000", "远大宏", "精密机械"),
    "differ",
  ],
])("%s: %s is %s", (_why, other, level) => {
  expect(levelBetween(clean, other)).toBe(level);
});

test("Latin brands that share half of their letters are two", () => {
  const latin = (brand: string): Parts => parts(`上海市${brand}火锅店`, "310000", brand, "火锅");
  expect(levelBetween(latin("nezen"), latin("neul"))).toBe("differ");
  expect(levelBetween(latin("nezen"), latin("nezzen"))).not.toBe("differ");
});
