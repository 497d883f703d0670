import type { ComparedTable } from "../compared-table.ts";
import { combinedKeys, type KeyFamily } from "./key-family.ts";
import { rareBigrams } from "./rare-bigrams.ts";
import type { Recall } from "./recall.ts";

/** Keys of people (knowledge/matching.md E12), strongest first. */
export function contactKeys(table: ComparedTable, recall: Recall): KeyFamily[] {
  const key = (name: string, parts: readonly string[], cap: number): KeyFamily =>
    combinedKeys(table, name, parts, { cap });
  const value = (name: string, column: string): KeyFamily =>
    combinedKeys(table, name, [column], { cap: 60, isValue: true });
  const [count, cap] = recall === "high" ? [4, 100] : [2, 40];
  return [
    value("mobile", "mobiles"),
    value("email", "emails"),
    value("external-id", "externalId"),
    value("wechat", "wechat"),
    key("name+customer", ["name", "customer"], 60),
    key("sound+customer", ["namePinyin", "customer"], 60),
    key("surname+customer", ["surname", "customer"], 30),
    key("name+phone", ["name", "phones"], 60),
    key("name", ["name"], 30),
    combinedKeys(table, "bigram", [rareBigrams(table, "name", count)], {
      cap,
      isWeak: true,
      needsNames: true,
    }),
  ];
}
