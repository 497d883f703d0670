import { hasFinding, valuesOf, type Check } from "../check.ts";

const fields = ["emails", "email"];
const shape = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
const codes: ReadonlySet<string> = new Set(["N602", "N603", "N607", "N609"]);

/** V104: each e-mail field with a value; one bad address among several fails the field. */
export const emailInvalid: Check = {
  rule: {
    code: "V104",
    name: "email-invalid",
    dimension: "validity",
    severity: "warning",
    weight: 1,
    zh: "邮箱无效或域名疑似误写",
    en: "An e-mail address is not valid or its domain looks mistyped",
    why: {
      zh: "邮件会被退回, 退信过多会使发件域名被列入黑名单",
      en: "Mail to it bounces, and too many bounces put the sender on block lists",
    },
    howToFix: {
      zh: "更正或删除该邮箱",
      en: "Correct the address, or remove it",
    },
    example: ["wang@zhaoda.con", "wang@zhaoda.com"],
    fix: "needs-review",
  },
  entities: ["customer", "contact", "user"],
  examine(record, _context, tell) {
    for (const field of fields) {
      const values = valuesOf(record, field);
      if (values.length === 0) continue;
      const bad = values.find((value) => !shape.test(value));
      tell(bad === undefined && !hasFinding(record, field, codes), field, bad ?? values[0]);
    }
  },
};
