import type { Rule } from "../model/finding.ts";
import type { Normalizer } from "../model/normalizer.ts";
import { missingValue } from "./missing-value.ts";
import { outcomeOf } from "./outcome.ts";

const yes: ReadonlySet<string> = new Set([
  "是",
  "有",
  "对",
  "真",
  "true",
  "yes",
  "y",
  "t",
  "1",
  "√",
  "✓",
  "✔",
]);
const no: ReadonlySet<string> = new Set([
  "否",
  "没有",
  "无",
  "不是",
  "假",
  "false",
  "no",
  "n",
  "f",
  "0",
  "×",
  "✗",
  "✘",
]);

/** Yes or no. `"是"` -> "true", `"无"` -> "false"; another word has no item and a finding. */
export const bool: Normalizer<undefined> = {
  name: "text",
  observe: () => undefined,
  normalize: (raw, _context, options) => {
    const word = raw.normalize("NFKC").trim().toLowerCase();
    const display = yes.has(word) ? "true" : no.has(word) ? "false" : undefined;
    const missing = display === undefined ? missingValue(raw, options) : undefined;
    if (missing !== undefined) return missing;
    if (display === undefined) {
      const findings = [{ code: "N914", severity: "warning", value: raw } as const];
      return outcomeOf(raw, { items: [], steps: [], findings }, options);
    }
    const items = [{ display, key: display, written: raw }];
    return outcomeOf(
      raw,
      { items, steps: [{ rule: "N915", text: display }], findings: [] },
      options,
    );
  },
};

/** The rules of yes and no. */
export const boolRules: readonly Rule[] = [
  {
    code: "N914",
    name: "bool-invalid",
    zh: "不是“是/否”，保留原文",
    en: "Neither yes nor no; it stays as written",
    example: ["看情况", "看情况"],
    fix: "needs-review",
  },
  {
    code: "N915",
    name: "bool-format",
    zh: "“是/否”统一为 true/false",
    en: "Yes and no are written as true and false",
    example: ["是", "true"],
    fix: "safe",
  },
];
