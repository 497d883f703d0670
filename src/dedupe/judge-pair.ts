import type { ComparedTable } from "./compared-table.ts";
import { levelOf, type Compare, type LevelCodes } from "./comparisons/comparison.ts";
import { entityComparisons } from "./comparisons/entity-comparisons.ts";
import { entityRules } from "./hard-rules/entity-rules.ts";
import {
  atLevels,
  effects,
  type ApplyRule,
  type Effect,
  type RuleContext,
} from "./hard-rules/hard-rule.ts";
import type { MatchModel, Thresholds } from "./match-model.ts";
import type { PackedRecords } from "./packed-records.ts";
import {
  kinTables,
  priorWeight,
  weightOf,
  weightTables,
  type KinTables,
  type WeightTable,
} from "./weights.ts";

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
  /** The least of the odds against strangers and of those against each kind of kin. */
  weight: number;
  /** Which odds were the least: -1 = strangers, else the index of the kind of kin. */
  against: number;
  /** Bit `n` is set when rule `n` of the entity fired; rules are not asked about hopeless pairs. */
  rules: number;
  verdict: number;
}

/** Judges pairs of one table: compares, adds the weights, applies the hard rules. */
export interface JudgePair {
  /** Rows are told by where they start in `cells`. */
  readonly judge: (left: number, right: number) => Judgement;
  /** Whether the names have nothing in common: asked before a weakly founded pair is judged. */
  readonly haveNothingInCommon: (left: number, right: number) => boolean;
}

/** Binds model, comparisons and rules to a table. */
export function createJudge(
  table: ComparedTable,
  options: JudgeOptions,
  isThorough = false,
): JudgePair {
  const compare = bindComparisons(table);
  const tables = weightTables(table.packed, options.model);
  const kin = kinTables(table.packed, options.model);
  const rules = bindRules(table, options.granularity);
  const prior = priorWeight(options.model, table.packed.size);
  const lifts = liftTest(table);
  const codes = new Int32Array(compare.length);
  const judgement = { codes, weight: 0, against: -1, rules: 0, verdict: 0 };
  const thresholds = thresholdsOf(table, options.model);
  return {
    judge(left, right) {
      compareAll(compare, codes, left, right);
      judgement.weight = prior + sumWeights(tables, codes);
      judgement.against = -1;
      for (let index = 0; index < kin.length; index += 1) {
        const weight = sumKinWeights(kin[index], codes);
        if (weight >= judgement.weight) continue;
        judgement.weight = weight;
        judgement.against = index;
      }
      judgement.rules = 0;
      judgement.verdict = verdicts.nonMatch;
      const isHopeless = judgement.weight < thresholds.possible && !lifts(codes);
      if (isHopeless && !isThorough) return judgement;
      const effect = applyRules(rules, left, right, judgement);
      judgement.verdict = verdictOf(judgement.weight, effect, thresholds);
      return judgement;
    },
    haveNothingInCommon: nameTest(table, compare, codes),
  };
}

/** The thresholds that hold for a table: those without names where no record has one. */
export function thresholdsOf(
  { packed }: Pick<ComparedTable, "packed">,
  { thresholds }: Pick<MatchModel, "thresholds">,
): Thresholds {
  const hasNames = packed.columns["name"]?.values.some((name) => name !== 0) === true;
  return hasNames ? thresholds : { ...thresholds, match: thresholds.matchWithoutNames };
}

/** The comparisons of a table, bound, in their order. */
export function bindComparisons(table: ComparedTable): Compare[] {
  return entityComparisons(table.packed).map((comparison) => comparison.bind(table));
}

function compareAll(
  compare: readonly Compare[],
  codes: LevelCodes,
  left: number,
  right: number,
): void {
  for (let index = 0; index < compare.length; index += 1) {
    codes[index] = compare[index]?.(left, right, codes) ?? 0;
  }
}

const noTable = new Int32Array(0);

function sumWeights(tables: readonly WeightTable[], codes: LevelCodes): number {
  let weight = 0;
  for (let index = 0; index < tables.length; index += 1) {
    weight += weightOf(tables[index] ?? noTable, codes[index] ?? 0);
  }
  return weight;
}

function sumKinWeights(kin: KinTables | undefined, codes: LevelCodes): number {
  if (kin === undefined) return 0;
  let weight = kin.prior;
  for (let index = 0; index < kin.levels.length; index += 1) {
    weight += kin.levels[index]?.[levelOf(codes[index] ?? 0)] ?? 0;
  }
  return weight;
}

function nameTest(
  { packed }: ComparedTable,
  compare: readonly Compare[],
  codes: LevelCodes,
): JudgePair["haveNothingInCommon"] {
  const [name] = entityComparisons(packed);
  const differ = name?.name === "name" ? name.levels.indexOf("differ") : -1;
  const [compareNames] = compare;
  if (differ < 0 || compareNames === undefined) return () => false;
  return (left, right) => levelOf(compareNames(left, right, codes)) === differ;
}

/** Whether a rule may lift a pair above what its weight says: equal credit codes (H8). */
function liftTest(table: ComparedTable): (codes: LevelCodes) => boolean {
  return levelTest(table.packed)("uscc", "equal");
}

/** Tests on the level of a comparison by names: `levelTest(packed)("region", "differ")`. */
export function levelTest(
  packed: Pick<PackedRecords, "entity" | "customFields">,
): RuleContext["is"] {
  const comparisons = entityComparisons(packed);
  return (name, ...levels) => {
    const index = comparisons.findIndex((each) => each.name === name);
    if (index < 0) return () => false;
    return atLevels(
      index,
      levels.map((level) => comparisons[index]?.levels.indexOf(level) ?? 0),
    );
  };
}

function bindRules(table: ComparedTable, granularity: JudgeOptions["granularity"]): ApplyRule[] {
  const context = { table, granularity, is: levelTest(table.packed) };
  return entityRules(table.packed.entity).map((rule) => rule.bind(context));
}

/** The strongest effect wins; every rule that fired is noted. */
function applyRules(
  rules: readonly ApplyRule[],
  left: number,
  right: number,
  judgement: Judgement,
): Effect {
  let strongest: Effect = effects.none;
  for (let index = 0; index < rules.length; index += 1) {
    const effect = rules[index]?.(left, right, judgement.codes) ?? effects.none;
    if (effect !== effects.none) judgement.rules |= 1 << index;
    if (effect > strongest) strongest = effect;
  }
  return strongest;
}

function verdictOf(weight: number, effect: Effect, thresholds: Thresholds): number {
  if (effect === effects.never) return verdicts.nonMatch;
  if (effect === effects.always) return verdicts.match;
  if (effect === effects.ask) return verdicts.possible;
  if (weight < thresholds.possible) return verdicts.nonMatch;
  if (effect === effects.review) return verdicts.possible;
  return weight >= thresholds.match ? verdicts.match : verdicts.possible;
}
