import type { Check } from "../check.ts";
import { isAtRest, lastTouch } from "../touch.ts";

const remindAfterDays = 30;

/** F301: the day from which the owner is reminded. Records at rest and those without any date do not count. */
export const notTouched: Check = {
  rule: {
    code: "F301",
    name: "not-touched",
    dimension: "freshness",
    severity: "warning",
    weight: 1,
    zh: "超过 30 天未跟进",
    en: "Nobody has dealt with the record for more than 30 days",
    why: {
      zh: "约定会淡忘, 联系人会变动, 信息随之过期",
      en: "What was agreed fades, people change jobs, and the data about them goes stale",
    },
    howToFix: {
      zh: "联系客户并登记跟进, 或更新客户状态",
      en: "Contact the customer and record it, or set the status to what it is",
    },
    fix: "needs-review",
  },
  entities: ["customer", "opportunity"],
  examine(record, context, tell) {
    if (isAtRest(record, context)) return;
    const touch = lastTouch(record, context);
    if (touch === undefined) return;
    tell(touch.daysAgo <= remindAfterDays, touch.field, touch.value, `${touch.daysAgo} d`);
  },
};
