import type { Rule } from "../../model/finding.ts";

/** The rules of e-mail addresses. */
export const emailRules: readonly Rule[] = [
  {
    code: "N601",
    name: "email-format",
    zh: "邮箱去掉标签与空格，域名小写",
    en: "Labels and spaces go, the domain is written in lower case",
    example: ["邮箱：Wang@ZHAODA.COM", "Wang@zhaoda.com"],
    fix: "safe",
  },
  {
    code: "N602",
    name: "email-invalid",
    zh: "不是有效的邮箱地址，保留原文",
    en: "Not an e-mail address; it stays as written",
    example: ["wang.zhaoda.com", "wang.zhaoda.com"],
    fix: "needs-review",
  },
  {
    code: "N603",
    name: "email-domain-suspicious",
    zh: "邮箱域名疑似误写，请人工确认",
    en: "The domain looks like a typing mistake; a person has to decide",
    example: ["wang@zhaoda.con", "wang@zhaoda.com"],
    fix: "needs-review",
  },
  {
    code: "N604",
    name: "email-domain-corrected",
    zh: "更正常见邮箱域名的误写",
    en: "A known typing mistake of a mail provider is corrected",
    example: ["wang@gmial.com", "wang@gmail.com"],
    fix: "safe",
  },
  {
    code: "N605",
    name: "email-several",
    zh: "一个单元格里的多个邮箱分开",
    en: "Several addresses in one cell are set apart",
    example: ["a@zhaoda.com、b@zhaoda.com", "a@zhaoda.com; b@zhaoda.com"],
    fix: "safe",
  },
  {
    code: "N606",
    name: "email-note",
    zh: "邮箱旁的文字未写入邮箱",
    en: "Words beside the address are not part of it",
    example: ["王丽 wang@zhaoda.com", "wang@zhaoda.com"],
  },
  {
    code: "N607",
    name: "email-broken",
    zh: "邮箱写错一处，疑为所示地址，请人工确认",
    en: "The address is broken in one place; it may be the one shown, a person has to confirm",
    example: ["wang@zhaoda,com", "wang@zhaoda.com"],
    fix: "needs-review",
  },
  {
    code: "N608",
    name: "email-placeholder",
    zh: "凑数邮箱，不参与匹配",
    en: "An address that stands for none; it takes no part in matching",
    example: ["test@test.com", "test@test.com"],
  },
  {
    code: "N609",
    name: "email-masked",
    zh: "邮箱中有字被隐去，不参与匹配",
    en: "Letters of the address are masked; it takes no part in matching",
    example: ["wa***@zhaoda.com", "wa***@zhaoda.com"],
  },
];
