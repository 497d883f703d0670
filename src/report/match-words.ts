import type { Language } from "../errors.ts";
import catalogue from "./data/match-words.json" with { type: "json" };

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const comparisons: Words = catalogue.comparisons;
const kinds: Words = catalogue.kin;
const levels: Words = catalogue.levels;
const relations: Words = catalogue.relations;
const rules: Words = catalogue.rules;
const survivorship: Words = catalogue.survivorship;

/** What a comparison that is not a whole field is called; undefined where its field says it. */
export function comparisonWord(comparison: string, language: Language): string | undefined {
  return comparisons[comparison]?.[language];
}

/** `levelWord("brand-sound", "zh")` -> "字号同音"; a level without a word stays as it is named */
export function levelWord(level: string, language: Language): string {
  return levels[level]?.[language] ?? level;
}

/** `kinWord("other-city", "zh")` -> "同集团异地公司之间"; undefined for a kind of a model of one's own */
export function kinWord(kin: string, language: Language): string | undefined {
  return kinds[kin]?.[language];
}

/** `ruleWord("H5", "en")` -> "numbers in the names differ"; undefined for a rule without words */
export function ruleWord(rule: string, language: Language): string | undefined {
  return rules[rule]?.[language];
}

/** `relationWord("same_group", "zh")` -> "同一集团" */
export function relationWord(relation: string, language: Language): string {
  return relations[relation]?.[language] ?? relation;
}

/** `survivorshipWord("most_recent", "zh")` -> "最新"; a rule without a word stays as it is named */
export function survivorshipWord(rule: string, language: Language): string {
  return survivorship[rule]?.[language] ?? rule;
}

/**
 * The levels and rules of a pair as people read them.
 * `reasonWords("name=brand region=differ H4", "zh")` -> "客户名称: 字号相同; 地区: 不同; 地区不同且无强证据"
 */
export function reasonWords(reason: string, language: Language): string {
  return reason
    .split(" ")
    .filter((token) => token !== "")
    .map((token) => {
      const [comparison = "", level] = token.split("=");
      if (level === undefined) return ruleWord(token, language) ?? token;
      const name = comparisonWord(comparison, language) ?? comparison.replace(/^custom\./, "");
      return `${name}: ${levelWord(level, language)}`;
    })
    .join("; ");
}
