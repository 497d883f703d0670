import { hasFinding, valuesOf, type Check } from "../check.ts";

const fields = ["mobiles", "phones", "mobile"];
/** E.164, a hotline as it is dialled, either with an extension. */
const shape = /^(?:\+\d{7,15}|(?:400|800)\d{7}|95\d{3,6})(?: ext \d{1,6})?$/;
const codes: ReadonlySet<string> = new Set(["N202", "N203", "N205", "N207"]);

/** V103: each phone field with a value; one bad number among several fails the field. */
export const phoneInvalid: Check = {
  rule: {
    code: "V103",
    name: "phone-invalid",
    dimension: "validity",
    severity: "error",
    weight: 2,
    zh: "电话号码无法拨打",
    en: "A phone number cannot be dialled",
    why: {
      zh: "号码缺位不仅浪费一次拨打, 还会让重复记录无法识别",
      en: "A number with a missing digit costs a call, and records with it are never found to be the same",
    },
    howToFix: {
      zh: "补全缺少的数字或区号, 或删除该号码",
      en: "Add the missing digit or area code, or remove the number",
    },
    example: ["1380013800", "+8613800138000"],
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
