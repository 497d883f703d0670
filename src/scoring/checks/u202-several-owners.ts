import { valuesOf, type Check } from "../check.ts";

/** U202: 撞单; records without an owner are C101's business. */
export const severalOwners: Check = {
  rule: {
    code: "U202",
    name: "several-owners",
    dimension: "uniqueness",
    severity: "warning",
    weight: 1,
    zh: "同一客户有多个负责人 (撞单)",
    en: "The same customer is worked on by several owners",
    why: {
      zh: "多名同事跟进同一客户会互相压价, 客户也会察觉",
      en: "Colleagues who court one customer undercut each other, and the customer notices",
    },
    howToFix: {
      zh: "由主管确定一名负责人并移交客户",
      en: "Let the manager decide on one owner, then hand the customer over",
    },
    fix: "needs-review",
  },
  entities: ["customer"],
  examine(record, _context, tell) {
    if (record.cluster === "" || valuesOf(record, "owner").length === 0) return;
    tell(record.clusterOwners.length === 0, "owner", record.clusterOwners.join(", "));
  },
};
