import type { Finding, Rule } from "../../model/finding.ts";
import type { Normalizer } from "../../model/normalizer.ts";
import { foldKey } from "../../text/fold.ts";
import { missingValue } from "../missing-value.ts";
import { outcomeOf } from "../outcome.ts";
import { readWriting } from "../writing.ts";
import { type Industry, industryNamed, industryOfCode, withoutEnding } from "./industry-table.ts";

const code = /^([A-T]?\d{2,4}|[A-T](?=[\s.、:：-]))[\s.、:：-]*(.*)$/i;
const levels = /\s*(?:[-—–>/\\|、,，;；·]|->)+\s*/;

/**
 * An industry by GB/T 4754-2017: the text stays as people write it, the key is the class it means.
 * `"软件业"` -> key "I65", `"C3511"` -> display "矿山机械制造". Of several levels the deepest known
 * counts: `"制造业/汽车制造业"` -> "C36". A word that fits none or several (机械) keeps its letters as
 * key, without the ending, and has a finding.
 */
export const industry: Normalizer<undefined> = {
  name: "industry",
  observe: () => undefined,
  normalize(raw, _context, options) {
    const missing = missingValue(raw, options);
    if (missing !== undefined) return missing;
    const { text, steps, findings } = readWriting(raw);
    const { industry: found, name } = readIndustry(text);
    const display = name === "" ? (found?.name ?? text) : text;
    const key = found?.code ?? withoutEnding(foldKey(text));
    const unknown: Finding[] =
      found === undefined ? [{ code: "N501", severity: "info", value: text }] : [];
    const item = { display, key, written: raw };
    return outcomeOf(
      raw,
      {
        items: [item],
        steps: [...steps, { rule: "N502", text: display }],
        findings: [...findings, ...unknown],
      },
      options,
    );
  },
};

interface ReadIndustry {
  readonly industry: Industry | undefined;
  /** What stands beside a code, or the whole text where there is none. */
  readonly name: string;
}

function readIndustry(text: string): ReadIndustry {
  const [, letters = "", rest = ""] = code.exec(text) ?? [];
  const coded = letters === "" ? undefined : industryOfCode(letters);
  // B12 and its only group B120 have one name: they are one industry.
  if (coded !== undefined) {
    const { code: key } = industryNamed(coded.name) ?? coded;
    return { industry: { code: key, name: coded.name }, name: rest };
  }
  const parts = text.split(levels).map(industryNamed);
  return { industry: industryNamed(text) ?? deepest(parts), name: text };
}

/** 制造业/汽车制造业 is one industry at two levels; 汽车、医药 are two, and none of them is chosen. */
function deepest(parts: readonly (Industry | undefined)[]): Industry | undefined {
  const known = parts.filter((part) => part !== undefined);
  const [narrowest] = known.toSorted((left, right) => right.code.length - left.code.length);
  const isOneLine = known.every(({ code: each }) => narrowest?.code.startsWith(each) === true);
  return isOneLine ? narrowest : undefined;
}

/** The rules of industries. */
export const industryRules: readonly Rule[] = [
  {
    code: "N501",
    name: "industry-unknown",
    zh: "不能对应到唯一的国民经济行业类别（GB/T 4754），保留原文",
    en: "The word means no class of GB/T 4754, or several; it stays as written",
    example: ["机械", "机械"],
    fix: "needs-review",
  },
  {
    code: "N502",
    name: "industry-code-name",
    zh: "行业代码换成类别名称（GB/T 4754-2017）",
    en: "A code of GB/T 4754-2017 is written as the name of its class",
    example: ["C3511", "矿山机械制造"],
    fix: "safe",
  },
];
