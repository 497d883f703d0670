import { entityNames } from "../../model/entity.ts";
import { valuesOf, type Check } from "../check.ts";

/** C101: every key field is looked at by itself, so a record with one gap is not as bad as one with five. */
export const keyFieldEmpty: Check = {
  rule: {
    code: "C101",
    name: "key-field-empty",
    dimension: "completeness",
    severity: "error",
    weight: 3,
    zh: "关键字段为空",
    en: "A key field has no value",
    why: {
      zh: "关键字段是记录的根本: 没有名称、负责人或电话就无法跟进",
      en: "Key fields are what a record is for: without name, owner or phone nobody can work with it",
    },
    howToFix: {
      zh: "在来源中补全, 或在 `scoring.tiers` 中调整字段等级",
      en: "Fill the field at the source, or change its tier in `scoring.tiers`",
    },
    fix: "needs-review",
  },
  entities: entityNames,
  examine(record, { keyFields }, tell) {
    for (const field of keyFields) tell(valuesOf(record, field).length > 0, field);
  },
};
