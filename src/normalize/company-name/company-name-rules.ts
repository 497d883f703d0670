import type { Rule } from "../../model/finding.ts";

/** What reading company names changes and reports. */
export const companyNameRules: readonly Rule[] = [
  {
    code: "N111",
    name: "name-without-letters",
    zh: "名称中没有文字",
    en: "The name has no letters",
    example: ["?!", ""],
  },
  {
    code: "N112",
    name: "name-note",
    zh: "名称旁的状态备注从名称中移出",
    en: "A note about the customer is set apart from the name",
    example: ["华宸精密有限公司(已停用)", "华宸精密有限公司"],
    fix: "safe",
  },
  {
    code: "N113",
    name: "name-other-name",
    zh: "曾用名、简称从名称中移出, 作为别名参与匹配",
    en: "A former or other name is set apart; matching still knows it",
    example: ["华宸精密有限公司(曾用名:华晨精密)", "华宸精密有限公司"],
    fix: "safe",
  },
  {
    code: "N114",
    name: "name-may-be-cut",
    zh: "名称恰为 20 或 30 个字且无组织形式, 可能被系统截断",
    en: "The name has exactly 20 or 30 letters and no organisation form: a system may have cut it off",
    example: [
      "宁波保税区中远国际供应链管理信息技术服务",
      "宁波保税区中远国际供应链管理信息技术服务",
    ],
  },
  {
    code: "N115",
    name: "name-masked",
    zh: "名称中有字被隐去，不参与匹配",
    en: "Letters of the name are masked; it takes no part in matching",
    example: ["深圳市***科技有限公司", "深圳市***科技有限公司"],
    fix: "needs-review",
  },
  {
    code: "N116",
    name: "name-of-another-kind",
    zh: "名称列中是电话、邮箱、网址或代码，不是名称",
    en: "A phone, an address of mail or web or a code stands in the column of names",
    example: ["www.zhaoda.com", "www.zhaoda.com"],
    fix: "needs-review",
  },
];
