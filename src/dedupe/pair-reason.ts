import type { Verdict } from "../model/golden.ts";
import { levelOf } from "./comparisons/comparison.ts";
import { entityComparisons } from "./comparisons/entity-comparisons.ts";
import { entityRules } from "./hard-rules/entity-rules.ts";
import type { PackedRecords } from "./packed-records.ts";

/** Verdicts by their integers in `judge-pair.ts`. */
export const verdictNames: readonly Verdict[] = ["non-match", "possible", "match"];

/** Levels that say nothing and only lengthen a reason. */
const silentLevels = new Set(["missing", "one-missing"]);

const noRules: readonly string[] = [];

/** Writes the levels and rules of a pair down. */
export type WriteReason = (codes: Int32Array, rules: readonly string[]) => string;

/** `writeReason(codes, ["H4"])` -> "name=brand region=differ phones=shared H4" */
export function createReasonWriter(packed: PackedRecords): WriteReason {
  const comparisons = entityComparisons(packed);
  // A million pairs have some hundred reasons between them.
  const written = new Map<string, string>();
  const levelsOfPair = comparisons.map(() => 0);
  return (codes, rules) => {
    for (let at = 0; at < levelsOfPair.length; at += 1) levelsOfPair[at] = levelOf(codes[at] ?? 0);
    const key = String.fromCharCode(...levelsOfPair) + rules.join(" ");
    const known = written.get(key);
    if (known !== undefined) return known;
    const levels = comparisons.flatMap(({ name, levels: names }, index) => {
      const level = names[levelsOfPair[index] ?? 0] ?? "missing";
      return silentLevels.has(level) ? [] : [`${name}=${level}`];
    });
    const reason = [...levels, ...rules].join(" ");
    written.set(key, reason);
    return reason;
  };
}

/** The ids of the rules in a bit set: `ruleIdsOf(packed, 0b10)` -> ["H2"] */
export function ruleIdsOf(packed: PackedRecords, rules: number): readonly string[] {
  if (rules === 0) return noRules;
  return entityRules(packed.entity)
    .filter((_, index) => (rules & (1 << index)) !== 0)
    .map(({ id }) => id);
}
