import type { Verdict } from "../model/golden.ts";
import { levelOf } from "./comparisons/comparison.ts";
import { entityComparisons } from "./comparisons/entity-comparisons.ts";
import { entityRules } from "./hard-rules/entity-rules.ts";
import type { PackedRecords } from "./packed-records.ts";

/** Verdicts by their integers in `judge-pair.ts`. */
export const verdictNames: readonly Verdict[] = ["non-match", "possible", "match"];

/** Levels that say nothing and only lengthen a reason. */
const silentLevels = new Set(["missing", "one-missing"]);

/** Writes the levels and rules of a pair down. */
export type WriteReason = (codes: Int32Array, rules: readonly string[]) => string;

/** `writeReason(codes, ["H4"])` -> "name=brand region=differ phones=shared H4" */
export function createReasonWriter(packed: PackedRecords): WriteReason {
  const comparisons = entityComparisons(packed);
  // A million pairs have some hundred reasons between them.
  const written = new Map<string, string>();
  return (codes, rules) => {
    const levels = comparisons.flatMap(({ name, levels }, index) => {
      const level = levels[levelOf(codes[index] ?? 0)] ?? "missing";
      return silentLevels.has(level) ? [] : [`${name}=${level}`];
    });
    const reason = [...levels, ...rules].join(" ");
    const known = written.get(reason);
    if (known === undefined) written.set(reason, reason);
    return known ?? reason;
  };
}

/** The ids of the rules in a bit set: `ruleIdsOf(packed, 0b10)` -> ["H2"] */
export function ruleIdsOf(packed: PackedRecords, rules: number): string[] {
  return entityRules(packed.entity)
    .filter((_, index) => (rules & (1 << index)) !== 0)
    .map(({ id }) => id);
}
