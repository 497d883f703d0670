import type { EnumValue } from "../model/entity.ts";
import type { Rule } from "../model/finding.ts";
import type { Normalized, Normalizer, NormalizeOptions } from "../model/normalizer.ts";
import { foldKey } from "../text/fold.ts";
import { missingValue } from "./missing-value.ts";
import { outcomeOf } from "./outcome.ts";

/**
 * The words of an enum field: value, both labels and synonyms become the stored word.
 * `enumNormalizer(levels)` reads "A级" as "A"; an unknown word stays as text with a finding,
 * it never becomes a default.
 */
export function enumNormalizer(values: readonly EnumValue[]): Normalizer<undefined> {
  const stored = storedWords(values);
  return {
    name: "text",
    observe: () => undefined,
    normalize: (raw, _context, options) =>
      missingValue(raw, options) ?? readWord(raw, stored, options),
  };
}

/** Every way to write a value -> the stored word; of two values with one synonym the first wins. */
function storedWords(values: readonly EnumValue[]): ReadonlyMap<string, string> {
  const stored = new Map<string, string>();
  const writings = values.flatMap(({ value, zh, en, synonyms = [] }) =>
    [value, zh, en, ...synonyms].flatMap((word) =>
      [plain(word), foldKey(word)].map((key) => [key, value] as const),
    ),
  );
  for (const [key, value] of writings) if (key !== "" && !stored.has(key)) stored.set(key, value);
  return stored;
}

function plain(word: string): string {
  return word.normalize("NFKC").trim().toLowerCase();
}

function readWord(
  raw: string,
  stored: ReadonlyMap<string, string>,
  options: NormalizeOptions,
): Normalized {
  const value = stored.get(plain(raw)) ?? stored.get(foldKey(raw));
  if (value === undefined) {
    const display = raw.trim();
    const findings = [{ code: "N912", severity: "warning", value: raw } as const];
    const items = [{ display, key: foldKey(display), written: raw }];
    return outcomeOf(raw, { items, steps: [{ rule: "N103", text: display }], findings }, options);
  }
  const items = [{ display: value, key: value, written: raw }];
  return outcomeOf(raw, { items, steps: [{ rule: "N913", text: value }], findings: [] }, options);
}

/** The rules of enum fields. */
export const enumRules: readonly Rule[] = [
  {
    code: "N912",
    name: "enum-unknown",
    zh: "不是该字段的可选值，保留原文待确认",
    en: "Not one of the field's values; it stays as written until somebody decides",
    example: ["说不清", "说不清"],
    fix: "needs-review",
  },
  {
    code: "N913",
    name: "enum-format",
    zh: "同义词换成该字段的标准值",
    en: "A label or synonym becomes the stored word",
    example: ["老客户介绍", "referral"],
    fix: "safe",
  },
];
