import type { Rule } from "../../model/finding.ts";

/** The rules of dates and times (written as ISO 8601). */
export const dateRules: readonly Rule[] = [
  {
    code: "N801",
    name: "date-invalid",
    zh: "不是公历日期（不存在的日期、农历、相对日期），保留原文",
    en: "Not a calendar date: a day that does not exist, lunar or relative; it stays as written",
    example: ["2024-02-30", "2024-02-30"],
    fix: "needs-review",
  },
  {
    code: "N802",
    name: "date-ambiguous",
    zh: "日、月、年的顺序无法确定",
    en: "Day, month and year cannot be told apart, in the cell or over its column",
    example: ["05/03/2024", "05/03/2024"],
    fix: "needs-review",
  },
  {
    code: "N803",
    name: "date-without-year",
    zh: "日期没有年份",
    en: "The date has no year, and none is added",
    example: ["3月5日", "--03-05"],
  },
  {
    code: "N804",
    name: "date-placeholder",
    zh: "占位日期，按空值处理",
    en: "A date that stands for no date; it counts as empty",
    example: ["1900-01-01", "1900-01-01"],
  },
  {
    code: "N805",
    name: "date-format",
    zh: "日期统一为 ISO 8601 写法",
    en: "A date is written as ISO 8601, with the precision that was given",
    example: ["2024年3月5日", "2024-03-05"],
    fix: "safe",
  },
  {
    code: "N806",
    name: "date-open-ended",
    zh: "没有截止日期（长期）",
    en: "There is no end date",
    example: ["长期", "长期"],
  },
  {
    code: "N807",
    name: "date-approximate",
    zh: "日期是约数",
    en: "The date is only about",
    example: ["2020年3月左右", "2020-03"],
  },
];
