import type { Rule } from "../../model/finding.ts";

/** The rules of amounts of money. */
export const amountRules: readonly Rule[] = [
  {
    code: "N901",
    name: "amount-invalid",
    zh: "不是金额，保留原文",
    en: "Not an amount of money; it stays as written",
    example: ["12%", "12%"],
    fix: "needs-review",
  },
  {
    code: "N902",
    name: "amount-ambiguous",
    zh: "小数点与千位分隔符无法区分",
    en: "Decimal point and thousands separator cannot be told apart",
    example: ["1.234,56", "1.234,56"],
    fix: "needs-review",
  },
  {
    code: "N903",
    name: "amount-not-stated",
    zh: "未写明金额（面议、保密）",
    en: "The amount is not stated",
    example: ["面议", "面议"],
  },
  {
    code: "N904",
    name: "amount-inexact",
    zh: "金额是区间或约数，按下限计",
    en: "The amount is a range or about; the lower end counts",
    example: ["50-100万", "500000-1000000"],
  },
  {
    code: "N905",
    name: "currency-assumed",
    zh: "“$” 按美元计",
    en: "A bare dollar sign is taken for US dollars",
    example: ["$1,200", "1200 USD"],
  },
  {
    code: "N906",
    name: "amount-scientific",
    zh: "金额是科学计数法，末位数字可能已丢失",
    en: "The amount is in scientific notation; its last digits may be lost",
    example: ["1.2E+07", "12000000"],
  },
  {
    code: "N907",
    name: "amount-format",
    zh: "金额统一为阿拉伯数字，单位万、亿展开",
    en: "An amount is written in plain digits, units such as 万 are spelled out",
    example: ["1,234.5万元", "12345000"],
    fix: "safe",
  },
  {
    code: "N908",
    name: "amount-rounded",
    zh: "金额四舍五入到分",
    en: "The amount is rounded to hundredths",
    example: ["0.125", "0.13"],
  },
  {
    code: "N917",
    name: "amount-note",
    zh: "金额旁的文字（含税、预计等）未写入金额",
    en: "Words beside the amount (with tax, expected) are not part of it",
    example: ["50万(含税)", "500000"],
  },
];
