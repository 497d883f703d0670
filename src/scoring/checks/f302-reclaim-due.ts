import type { Check } from "../check.ts";
import { isAtRest, lastTouch } from "../touch.ts";

const reclaimAfterDays = 45;

/** F302: the day from which the customer may go to the pool; with F301 freshness falls in two steps. */
export const reclaimDue: Check = {
  rule: {
    code: "F302",
    name: "reclaim-due",
    dimension: "freshness",
    severity: "error",
    weight: 2,
    zh: "超过 45 天未跟进, 应释放到公海",
    en: "Nobody has dealt with the record for more than 45 days",
    why: {
      zh: "被占用却无人跟进的客户, 其他同事也无法联系",
      en: "A customer that an owner sits on is lost to the colleagues who would call",
    },
    howToFix: {
      zh: "立即联系客户, 或用 `goldpan reclaim` 释放到公海",
      en: "Contact the customer now, or release it to the pool: `goldpan reclaim`",
    },
    fix: "needs-review",
  },
  entities: ["customer", "opportunity"],
  examine(record, context, tell) {
    if (isAtRest(record, context)) return;
    const touch = lastTouch(record, context);
    if (touch === undefined) return;
    tell(touch.daysAgo <= reclaimAfterDays, touch.field, touch.value, `${touch.daysAgo} d`);
  },
};
