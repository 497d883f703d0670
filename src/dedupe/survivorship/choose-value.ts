import type { GoldenValue } from "../../model/golden.ts";
import type { SurvivorshipRuleName } from "../settings.ts";
import type { Candidate } from "./candidate.ts";
import { survivorshipRules } from "./rules.ts";

/**
 * The value that survives: each rule narrows the candidates until one value is left; what is left
 * of a tie goes to the smallest record id. Its provenance names the rule that decided, `only_value`
 * when all records agree.
 */
export function chooseValue(
  candidates: readonly Candidate[],
  rules: readonly SurvivorshipRuleName[],
  systems: readonly string[],
): GoldenValue | undefined {
  let left = candidates;
  let deciding = "only_value";
  for (const rule of rules) {
    if (rule === "concat_set") continue;
    const kept = survivorshipRules[rule](left, systems);
    if (kept.length < left.length && distinctValues(left) > 1) deciding = rule;
    left = kept;
  }
  const [chosen] = left;
  if (chosen === undefined) return undefined;
  const rule = distinctValues(left) > 1 ? "smallest_record" : deciding;
  return {
    items: chosen.value.items.map(({ display }) => display),
    provenance: [{ record: chosen.record, rule }],
  };
}

/** Every distinct value of all candidates, in the order of records and, within one, of its items. */
export function uniteValues(candidates: readonly Candidate[]): GoldenValue | undefined {
  if (candidates.length === 0) return undefined;
  const seen = new Set<string>();
  const items: string[] = [];
  const provenance: { record: string; rule: string }[] = [];
  for (const { record, value } of candidates) {
    for (const { key, display } of value.items) {
      const identity = key || display;
      if (seen.has(identity)) continue;
      seen.add(identity);
      items.push(display);
      provenance.push({ record, rule: "concat_set" });
    }
  }
  return { items, provenance };
}

function distinctValues(candidates: readonly Candidate[]): number {
  return new Set(candidates.map(({ key }) => key)).size;
}
