import { hasFinding, valuesOf, type Check } from "../check.ts";

const fields = ["legal_name", "name", "mobiles", "phones", "emails"];
const codes: ReadonlySet<string> = new Set(["N003", "N204", "N608"]);
/** Names and addresses that people type to get past a required field. */
const junkName =
  /^(?:测试|test|demo|asdf|qwer|aaa+|xxx+|111+|123+)(?:公司|客户|有限公司|\d*)$|^(.)\1{2,}$/i;
const junkEmail = /^(?:\d|a|test|xxx?)@|@(?:1|123|test|a|xx+)\.com$/i;

/** V105: fields with a real or a make-believe value; an empty field without a finding does not count. */
export const placeholderValue: Check = {
  rule: {
    code: "V105",
    name: "placeholder-value",
    dimension: "validity",
    severity: "warning",
    weight: 2,
    zh: "用凑数内容填写: 测试名称、虚构号码、“无”",
    en: "A value only fills the field: a test name, a made-up number, 无",
    why: {
      zh: "看似完整实则无效, 会虚增数量并造成误匹配",
      en: "It looks complete and is not; such records inflate counts and match each other by accident",
    },
    howToFix: {
      zh: "换成真实内容; 若为测试数据则删除",
      en: "Replace it with the real value, or delete the record when it was a test",
    },
    example: ["测试公司", "华宸精密技术有限公司"],
    fix: "needs-review",
  },
  entities: ["customer", "contact"],
  examine(record, _context, tell) {
    for (const field of fields) {
      const values = valuesOf(record, field);
      const found = hasFinding(record, field, codes);
      if (values.length === 0 && !found) continue;
      const junk = field === "emails" ? junkEmail : junkName;
      const bad = values.find((value) => junk.test(value));
      tell(bad === undefined && !found, field, bad ?? values[0]);
    }
  },
};
