import type { Rule } from "../../model/finding.ts";

/** What reading regions and addresses changes and reports. */
export const addressRules: readonly Rule[] = [
  {
    code: "N401",
    name: "region-unknown",
    zh: "无法识别的地区",
    en: "No division of this name is known",
    example: ["火星", "火星"],
  },
  {
    code: "N402",
    name: "region-ambiguous",
    zh: "多个地区同名, 无法确定是哪一个",
    en: "Several places bear this name and nothing decides between them",
    example: ["朝阳区", "朝阳区"],
  },
  {
    code: "N403",
    name: "region-full-name",
    zh: "地区补全为省市县全称",
    en: "A region is written with the full names of its levels",
    example: ["广东深圳", "广东省深圳市"],
    fix: "safe",
  },
  {
    code: "N404",
    name: "region-withdrawn",
    zh: "行政区划已撤销或更名，按现行区划理解",
    en: "The division was withdrawn or renamed; it is read as what it became",
    example: ["襄樊市", "湖北省襄阳市"],
  },
];
