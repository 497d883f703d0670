import type { Finding, Rule } from "../model/finding.ts";
import type { Normalized, Normalizer, NormalizeOptions } from "../model/normalizer.ts";
import { missingValue } from "./missing-value.ts";
import { outcomeOf } from "./outcome.ts";
import { readWriting } from "./writing.ts";

const excelGuard = /^="(.*)"$|^'(?=[^'])/;
/** Most codes are a few letters and digits, in which nothing can be amiss. */
const plainCode = /^[\dA-Z_-]+$/i;
const scientific = /^\d(?:\.\d+)?E\+?\d\d$/i;

/**
 * Codes given by a system: customer numbers, order numbers, user ids. `"'a-001 "` -> display
 * "a-001", key "a-001"; the key ignores case and spaces, never hyphens or leading zeros.
 */
export const code: Normalizer<undefined> = {
  name: "text",
  observe: () => undefined,
  normalize: (raw, _context, options) => missingValue(raw, options) ?? readCode(raw, options),
};

function readCode(raw: string, options: NormalizeOptions): Normalized {
  if (plainCode.test(raw) && !scientific.test(raw)) {
    const items = [{ display: raw, key: raw.toLowerCase(), written: raw }];
    return outcomeOf(raw, { items, steps: nothing, findings: nothing }, options);
  }
  return readWrittenCode(raw, options);
}

const nothing: readonly never[] = [];

function readWrittenCode(raw: string, options: NormalizeOptions): Normalized {
  const writing = readWriting(raw);
  const display = writing.text.replace(excelGuard, "$1").trim();
  const steps = [...writing.steps, { rule: "N310", text: display }];
  const isLost = scientific.test(display);
  const key = isLost ? "" : display.replace(/\s/g, "").toLowerCase();
  const findings: Finding[] = isLost ? [{ code: "N303", severity: "warning", value: raw }] : [];
  const items = display === "" ? [] : [{ display, key, written: raw }];
  return outcomeOf(raw, { items, steps, findings }, options);
}

/** The rules of codes and web addresses. */
export const codeRules: readonly Rule[] = [
  {
    code: "N310",
    name: "code-excel-guard",
    zh: "去掉为防止 Excel 改写而加的引号和等号",
    en: 'The apostrophe or ="" that keeps Excel from changing a code is removed',
    example: ['="000123"', "000123"],
    fix: "safe",
  },
  {
    code: "N311",
    name: "url-invalid",
    zh: "不是网址，保留原文",
    en: "Not a web address; it stays as written",
    example: ["官网建设中", "官网建设中"],
    fix: "needs-review",
  },
  {
    code: "N312",
    name: "url-format",
    zh: "网址去空格，域名小写",
    en: "Spaces go and the domain of a web address is written in lower case",
    example: ["WWW.ZHAODA.COM/", "www.zhaoda.com"],
    fix: "safe",
  },
  {
    code: "N313",
    name: "code-pattern-mismatch",
    zh: "不符合自定义字段规定的格式",
    en: "The value does not match the pattern of the custom field",
    fix: "needs-review",
  },
];
