import type { Rule } from "../../model/finding.ts";

/** What reading company names reports. */
export const companyNameRules: readonly Rule[] = [
  {
    code: "N111",
    name: "name-without-letters",
    zh: "名称中没有文字",
    en: "The name has no letters",
  },
];
