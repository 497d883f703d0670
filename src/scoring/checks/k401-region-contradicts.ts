import type { ScorableRecord } from "../../model/scorecard.ts";
import { valuesOf, type Check } from "../check.ts";
import { provinceOfPhone, provinceOfText, provinceOfUscc } from "../province.ts";

/** K401: compares what says a province: region or address, landlines, credit code. Two of them are needed. */
export const regionContradicts: Check = {
  rule: {
    code: "K401",
    name: "region-contradicts",
    dimension: "consistency",
    severity: "warning",
    weight: 1,
    zh: "地区、电话区号与信用代码指向不同省份",
    en: "Region, area code of the phone and credit code point to different provinces",
    why: {
      zh: "其中之一可能属于另一家企业, 或客户搬迁后只更新了一部分",
      en: "One of them belongs to another company, or the customer moved and only part was updated",
    },
    howToFix: {
      zh: "对照工商登记核实; 企业迁址后信用代码中的区划不变",
      en: "Compare with the public register; a company that moved keeps the region in its code",
    },
    fix: "needs-review",
  },
  entities: ["customer"],
  examine(record, _context, tell) {
    const provinces = [
      provinceOfPlace(record),
      ...valuesOf(record, "phones").map(provinceOfPhone),
      provinceOfUscc(valuesOf(record, "uscc")[0] ?? ""),
    ].filter((province) => province !== "");
    if (provinces.length < 2) return;
    const distinct = [...new Set(provinces)];
    tell(distinct.length === 1, "region", valuesOf(record, "region")[0], distinct.join(" / "));
  },
};

function provinceOfPlace(record: ScorableRecord): string {
  const region = provinceOfText(valuesOf(record, "region")[0] ?? "");
  return region === "" ? provinceOfText(valuesOf(record, "address")[0] ?? "") : region;
}
