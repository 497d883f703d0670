import { valuesOf, type Check } from "../check.ts";

const channels = ["mobiles", "phones", "emails", "wechat_id", "external_userid"];

/** C103: one channel is enough, whichever it is. */
export const noWayToReach: Check = {
  rule: {
    code: "C103",
    name: "no-way-to-reach",
    dimension: "completeness",
    severity: "error",
    weight: 3,
    zh: "没有电话、邮箱或微信, 无法联系",
    en: "There is no phone, e-mail or WeChat id",
    why: {
      zh: "无法联系的客户会随着知道号码的同事一起流失",
      en: "A customer or contact that nobody can reach is lost with the colleague who knew the number",
    },
    howToFix: {
      zh: "向负责人索取一种联系方式, 或归档该记录",
      en: "Ask the owner for one channel, or archive the record",
    },
    fix: "needs-review",
  },
  entities: ["customer", "contact"],
  examine(record, _context, tell) {
    const [first] = channels;
    const reached = channels.find((field) => valuesOf(record, field).length > 0);
    tell(reached !== undefined, reached ?? first ?? "");
  },
};
