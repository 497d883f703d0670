import type { Rule } from "../../model/finding.ts";

/** What can be wrong with a row of a review file. Sorted by code. */
export const reviewRules: readonly Rule[] = [
  {
    code: "M101",
    name: "decision-unreadable",
    zh: "判定列的内容不是 相同, 不同 或 跳过, 未采用",
    en: "The decision is none of same, different and skip; it is not taken over",
    fix: "needs-review",
  },
  {
    code: "M102",
    name: "review-row-not-ours",
    zh: "记录列与校验列不符，该行未采用",
    en: "The records of the row do not fit its check; the row is not taken over",
    fix: "needs-review",
  },
  {
    code: "M103",
    name: "review-record-gone",
    zh: "该行的记录已不存在，未采用",
    en: "A record of the row is there no more; the row is not taken over",
  },
  {
    code: "M104",
    name: "decisions-contradict",
    zh: "同一对记录在文件中既判相同又判不同，均未采用",
    en: "The file says of one pair that it is the same and that it is different; neither is taken over",
    fix: "needs-review",
  },
  {
    code: "M105",
    name: "decided-since",
    zh: "导出后已有人作出相反裁决或撤销了这一裁决，未采用",
    en: "Somebody decided the opposite, or revoked this answer, after the file was written; the row is not taken over",
    fix: "needs-review",
  },
  {
    code: "M106",
    name: "review-cells-edited",
    zh: "判定列以外的单元格被改动，改动未采用",
    en: "Cells besides the decision were edited; the edits are not taken over",
  },
];
