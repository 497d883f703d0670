import type { Compare, Comparison } from "./comparisons/comparison.ts";
import { entityComparisons } from "./comparisons/entity-comparisons.ts";
import { entityRules } from "./hard-rules/entity-rules.ts";
import {
  atLevels,
  effects,
  type ApplyRule,
  type Effect,
  type LevelCodes,
  type RuleContext,
} from "./hard-rules/hard-rule.ts";
import type { MatchModel } from "./match-model.ts";
import type { PackedRecords } from "./packed-records.ts";
import { priorWeight, weightOf, weightTables, type WeightTable } from "./weights.ts";

/** Verdicts as integers, in the order of their strength. */
export const verdicts = { nonMatch: 0, possible: 1, match: 2 } as const;

/** What judging depends on beside the table. */
export interface JudgeOptions {
  readonly model: MatchModel;
  readonly granularity: "branch" | "company";
}

/** The last pair that was judged; the next one overwrites it, so that nothing is allocated. */
export interface Judgement {
  readonly codes: LevelCodes;
  weight: number;
  /** Bit `n` is set when rule `n` of the entity fired. */
  rules: number;
  verdict: number;
}

/** Judges pairs of one table: compares, applies the hard rules, adds the weights. */
export type JudgePair = (left: number, right: number) => Judgement;

/** Binds model, comparisons and rules to a table. */
export function createJudge(packed: PackedRecords, options: JudgeOptions): JudgePair {
  const comparisons = entityComparisons(packed);
  const tables = weightTables(packed, options.model);
  const addWeights = comparisons.map((comparison, index) =>
    bindComparison(comparison.bind(packed), tables[index] ?? new Int32Array(0), index),
  );
  const rules = bindRules(packed, comparisons, options.granularity);
  const prior = priorWeight(options.model, packed.size);
  const judgement = { codes: new Int32Array(comparisons.length), weight: 0, rules: 0, verdict: 0 };
  return (left, right) => {
    judgement.weight = prior;
    for (const addWeight of addWeights) addWeight(judgement, left, right);
    const effect = applyRules(rules, left, right, judgement);
    judgement.verdict = verdictOf(judgement.weight, effect, options.model);
    return judgement;
  };
}

type AddWeight = (judgement: Judgement, left: number, right: number) => void;

function bindComparison(compare: Compare, table: WeightTable, index: number): AddWeight {
  return (judgement, left, right) => {
    const code = compare(left, right);
    judgement.codes[index] = code;
    judgement.weight += weightOf(table, code);
  };
}

function bindRules(
  packed: PackedRecords,
  comparisons: readonly Comparison[],
  granularity: JudgeOptions["granularity"],
): ApplyRule[] {
  const is: RuleContext["is"] = (name, ...levels) => {
    const index = comparisons.findIndex((each) => each.name === name);
    return atLevels(
      index,
      levels.map((level) => comparisons[index]?.levels.indexOf(level) ?? 0),
    );
  };
  return entityRules(packed.entity).map((rule) => rule.bind({ packed, granularity, is }));
}

/** The strongest effect wins; every rule that fired is noted. */
function applyRules(
  rules: readonly ApplyRule[],
  left: number,
  right: number,
  judgement: Judgement,
): Effect {
  let strongest: Effect = effects.none;
  judgement.rules = 0;
  for (let index = 0; index < rules.length; index += 1) {
    const effect = rules[index]?.(left, right, judgement.codes) ?? effects.none;
    if (effect !== effects.none) judgement.rules |= 1 << index;
    if (effect > strongest) strongest = effect;
  }
  return strongest;
}

function verdictOf(weight: number, effect: Effect, { thresholds }: MatchModel): number {
  if (effect === effects.never) return verdicts.nonMatch;
  if (effect === effects.always) return verdicts.match;
  if (effect === effects.ask) return verdicts.possible;
  if (weight < thresholds.possible) return verdicts.nonMatch;
  if (effect === effects.review) return verdicts.possible;
  return weight >= thresholds.match ? verdicts.match : verdicts.possible;
}
