import type { Check } from "../check.ts";

/**
 * U201: in a cluster of n records one passes and n - 1 fail, so the rate is 1 - sum(n - 1) / records.
 * The representative is the one that passes; each of the others is charged to its own owner.
 * Where nobody looked for duplicates nothing is measured.
 */
export const duplicateRecord: Check = {
  rule: {
    code: "U201",
    name: "duplicate-record",
    dimension: "uniqueness",
    severity: "error",
    weight: 3,
    zh: "同一客户或联系人还有另一条记录",
    en: "The same customer or contact exists in another record",
    why: {
      zh: "同一客户有两条记录, 就会有两份报价、两份历史和错误的统计",
      en: "Two records of one customer mean two prices, two histories and a wrong count in every report",
    },
    howToFix: {
      zh: "执行 `goldpan dedupe`, 再用 `goldpan review` 裁决存疑的记录对",
      en: "Merge them: `goldpan dedupe`, then `goldpan review` for the doubtful pairs",
    },
    fix: "needs-review",
  },
  entities: ["customer", "contact"],
  examine(record, _context, tell) {
    if (record.cluster === "") return;
    tell(record.cluster === record.id, "", record.cluster);
  },
};
