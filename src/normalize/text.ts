import type { Rule } from "../model/finding.ts";
import type { Normalized, Normalizer, NormalizeOptions } from "../model/normalizer.ts";
import { cleanText } from "../text/clean-text.ts";
import { foldKey } from "../text/fold.ts";
import { missingValue } from "./missing-value.ts";
import { outcomeOf, type Step } from "./outcome.ts";

/** `"Ａ１ "` -> steps N101 "A1 ", N103 "A1": the safe changes of writing, as steps of a reading */
export function cleaningSteps(raw: string): Step[] {
  return cleanText(raw).changes.map(({ rule, after }) => ({ rule, text: after }));
}

/**
 * Plain text: invisible letters, full-width letters and spare spaces go, the words stay.
 * `"Ａ类  客户"` -> display "A类 客户", key "a类客户"
 */
export const text: Normalizer<undefined> = {
  name: "text",
  observe: () => undefined,
  normalize: (raw, _context, options) => missingValue(raw, options) ?? readText(raw, options),
};

function readText(raw: string, options: NormalizeOptions): Normalized {
  const steps = cleaningSteps(raw);
  const display = steps.at(-1)?.text ?? raw;
  const items = display === "" ? [] : [{ display, key: foldKey(display), written: raw }];
  return outcomeOf(raw, { items, steps, findings: [] }, options);
}

/** The rules that every text goes through. */
export const textRules: readonly Rule[] = [
  {
    code: "N101",
    name: "full-width",
    zh: "全角字母、数字、括号转半角",
    en: "Full-width letters, digits and brackets become plain ones",
    example: ["ＡＢＣ（北京）", "ABC(北京)"],
    fix: "safe",
  },
  {
    code: "N102",
    name: "invisible-letter",
    zh: "删除不可见字符",
    en: "Invisible letters are removed",
    fix: "safe",
  },
  {
    code: "N103",
    name: "spare-space",
    zh: "删除多余空格",
    en: "Spare spaces are removed",
    example: ["华宸  精密 ", "华宸 精密"],
    fix: "safe",
  },
  {
    code: "N104",
    name: "radical-letter",
    zh: "部首字符、兼容字符换成正字",
    en: "Radicals and compatibility letters become the ordinary letter",
    example: ["⾦龙", "金龙"],
    fix: "safe",
  },
];
