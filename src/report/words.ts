import type { Language } from "../errors.ts";
import catalogue from "./data/words.json" with { type: "json" };
import { formatCount } from "./format-number.ts";

interface Entry {
  readonly en: string;
  readonly zh: string;
  /** English when `{count}` is 1. */
  readonly one?: string;
}

/** A word or sentence that reports use; `data/words.json` has them all in both languages. */
export type Word = keyof typeof catalogue;

/**
 * A word or a sentence of the reports in a language; numbers get commas.
 * `say("pairsToDecide", "en", { count: 1412 })` -> `"1,412 pairs need a decision"`
 */
export function say(
  word: Word,
  language: Language,
  details: Readonly<Record<string, string | number>> = {},
): string {
  const entry: Entry = catalogue[word];
  const singular = details["count"] === 1 ? entry.one : undefined;
  const template = language === "en" ? (singular ?? entry.en) : entry.zh;
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const detail = details[name];
    if (detail === undefined) return whole;
    return typeof detail === "number" ? formatCount(detail) : detail;
  });
}
