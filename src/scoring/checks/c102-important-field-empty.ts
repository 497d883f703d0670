import { entityNames } from "../../model/entity.ts";
import { valuesOf, type Check } from "../check.ts";

/** C102: like C101, for the fields of the tier below. */
export const importantFieldEmpty: Check = {
  rule: {
    code: "C102",
    name: "important-field-empty",
    dimension: "completeness",
    severity: "warning",
    weight: 1,
    zh: "重要字段为空",
    en: "An important field has no value",
    why: {
      zh: "重要字段决定优先级: 级别、地区、状态、最近跟进时间",
      en: "Important fields decide who gets attention: level, region, status, last activity",
    },
    howToFix: {
      zh: "下次联系客户时补全",
      en: "Fill the field when the customer is next contacted",
    },
    fix: "needs-review",
  },
  entities: entityNames,
  examine(record, { importantFields }, tell) {
    for (const field of importantFields) tell(valuesOf(record, field).length > 0, field);
  },
};
