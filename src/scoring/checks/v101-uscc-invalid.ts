import { hasFinding, valuesOf, type Check } from "../check.ts";

/** GB 32100-2015: 18 digits and letters without I O S V Z; check digits are the normalizer's business. */
const shape = /^[0-9A-HJ-NP-RTUWXY]{18}$/;
const codes: ReadonlySet<string> = new Set(["N303", "N304", "N305", "N306"]);

/** V101: what normalizing found, and the shape for rows that no normalizer saw. */
export const usccInvalid: Check = {
  rule: {
    code: "V101",
    name: "uscc-invalid",
    dimension: "validity",
    severity: "error",
    weight: 3,
    zh: "统一社会信用代码无效",
    en: "The unified social credit code is not one that can exist",
    why: {
      zh: "信用代码是企业的唯一身份: 错误会导致开票失败, 也会掩盖重复客户",
      en: "The code is the one identity of a company; a wrong one breaks invoices and hides duplicates",
    },
    howToFix: {
      zh: "在国家企业信用信息公示系统查询并更正",
      en: "Look the company up in the public register and copy its code",
    },
    fix: "needs-review",
  },
  entities: ["customer"],
  examine(record, _context, tell) {
    const [value] = valuesOf(record, "uscc");
    if (value === undefined) return;
    tell(shape.test(value) && !hasFinding(record, "uscc", codes), "uscc", value);
  },
};
