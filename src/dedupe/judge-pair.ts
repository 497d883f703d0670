import type { ComparedTable } from "./compared-table.ts";
import { compareStage, stagesOf, type Stages } from "./compare-stages.ts";
import { intAt } from "./element-at.ts";
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
import { bindRule, type RuleSettings } from "./hard-rules/rule-settings.ts";
import { modelFor, type Granularity } from "./granularity.ts";
import type { MatchModel, Thresholds } from "./match-model.ts";
import type { PackedRecords } from "./packed-records.ts";
import { countedSize } from "./statistics/table-statistics.ts";
import { kinTables, priorWeight, weightTables, type KinTables } from "./weights.ts";

/** Verdicts as integers, in the order of their strength. */
export const verdicts = { nonMatch: 0, possible: 1, match: 2 } as const;

/** What judging depends on beside the table. */
export interface JudgeOptions {
  readonly model: MatchModel;
  readonly granularity: Granularity;
  /** Rules that do something else than they were shipped with. */
  readonly rules?: RuleSettings;
  /** A comparison that is passed over, as if neither record had the value. */
  readonly hidden?: string;
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
  /**
   * The same for a pair that shares no number or mailbox, or keys would have found it by that: done
   * as soon as it is hopeless without one.
   */
  readonly judgeLate: (left: number, right: number) => Judgement;
  /** The same for a pair that keys of names found: undefined when the names have nothing in common. */
  readonly judgeWeak: (left: number, right: number) => Judgement | undefined;
  /** What the comparisons say, and no judgement; with `isWeak` undefined as of `judgeWeak`. */
  readonly compare: (left: number, right: number, isWeak: boolean) => LevelCodes | undefined;
}

/**
 * Binds model, comparisons and rules to a table. A thorough judge asks the rules about hopeless
 * pairs too, which an explanation needs.
 */
export function createJudge(
  table: ComparedTable,
  options: JudgeOptions,
  isThorough = false,
): JudgePair {
  const bench = seatJudge(table, options, isThorough);
  const { codes, stages, namesDiffer } = bench;
  const haveNothing = (): boolean => levelOf(intAt(codes, 0)) === namesDiffer;
  return {
    judge(left, right) {
      start(bench, left, right);
      compareStage(bench.judgement, stages.parts, left, right);
      return finish(bench, left, right);
    },
    judgeLate(left, right) {
      start(bench, left, right);
      return finishLate(bench, left, right);
    },
    judgeWeak(left, right) {
      start(bench, left, right);
      return haveNothing() ? undefined : finishLate(bench, left, right);
    },
    compare(left, right, isWeak) {
      start(bench, left, right);
      if (isWeak && haveNothing()) return undefined;
      compareStage(bench.judgement, stages.parts, left, right);
      compareStage(bench.judgement, stages.keyed, left, right);
      return codes;
    },
  };
}

function start(bench: Bench, left: number, right: number): void {
  bench.judgement.weight = bench.prior;
  bench.judgement.against = -1;
  compareStage(bench.judgement, bench.stages.first, left, right);
}

/** What is left where there is still hope without a number or mailbox. */
function finishLate(bench: Bench, left: number, right: number): Judgement {
  compareStage(bench.judgement, bench.stages.parts, left, right);
  if (bench.judgement.weight >= bench.possible) return finish(bench, left, right);
  bench.judgement.verdict = verdicts.nonMatch;
  return bench.judgement;
}

function finish(bench: Bench, left: number, right: number): Judgement {
  const { codes, judgement, possible, isThorough, stages } = bench;
  compareStage(bench.judgement, stages.keyed, left, right);
  judgement.rules = 0;
  judgement.verdict = verdicts.nonMatch;
  const isHopeless = judgement.weight < possible && !bench.lifts(codes);
  if (!isHopeless || isThorough) {
    weighAgainstKin(bench);
    const effect = applyRules(bench.rules, left, right, judgement);
    judgement.verdict = verdictOf(judgement.weight, effect, bench.thresholds);
  }
  return judgement;
}

interface Bench {
  readonly stages: Stages;
  readonly kin: readonly KinTables[];
  readonly rules: readonly ApplyRule[];
  readonly prior: number;
  readonly thresholds: Thresholds;
  readonly possible: number;
  readonly isThorough: boolean;
  readonly lifts: (codes: LevelCodes) => boolean;
  /** The level of names that have nothing in common; -1 where there are no names. */
  readonly namesDiffer: number;
  readonly codes: LevelCodes;
  readonly judgement: Judgement;
}

function seatJudge(table: ComparedTable, options: JudgeOptions, isThorough: boolean): Bench {
  const { packed } = table;
  const comparisons = entityComparisons(packed);
  const [name] = comparisons;
  const codes = new Int32Array(comparisons.length);
  const thresholds = thresholdsOf(table, options.model);
  const model = modelFor(options.model, options.granularity);
  return {
    stages: stagesOf(
      comparisons,
      bindComparisons(table, options.hidden),
      weightTables(packed, model),
    ),
    kin: kinTables(packed, model),
    rules: bindRules(table, options),
    prior: priorWeight(options.model, countedSize(packed)),
    thresholds,
    possible: thresholds.possible,
    isThorough,
    lifts: levelTest(packed)("uscc", "equal"),
    namesDiffer: name?.name === "name" ? name.levels.indexOf("differ") : -1,
    codes,
    judgement: { codes, weight: 0, against: -1, rules: 0, verdict: 0 },
  };
}

function weighAgainstKin({ kin, codes, judgement }: Bench): void {
  for (let index = 0; index < kin.length; index += 1) {
    const weight = sumKinWeights(kin[index], codes);
    if (weight >= judgement.weight) continue;
    judgement.weight = weight;
    judgement.against = index;
  }
}

/** The thresholds that hold for a table: those without names where no record has one. */
export function thresholdsOf(
  { packed }: Pick<ComparedTable, "packed">,
  { thresholds }: Pick<MatchModel, "thresholds">,
): Thresholds {
  const hasNames = packed.columns["name"]?.values.some((name) => name !== 0) === true;
  return hasNames ? thresholds : { ...thresholds, match: thresholds.matchWithoutNames };
}

/** The comparisons of a table, bound, in their order; a hidden one says that the value is missing. */
export function bindComparisons(table: ComparedTable, hidden?: string): Compare[] {
  const comparisons = entityComparisons(table.packed);
  let own = bound.get(table);
  if (own === undefined) {
    own = comparisons.map((comparison) => comparison.bind(table));
    bound.set(table, own);
  }
  return own.map((compare, at) => (comparisons[at]?.name === hidden ? missing : compare));
}

const bound = new WeakMap<ComparedTable, readonly Compare[]>();
const missing: Compare = () => 0;

function sumKinWeights(kin: KinTables | undefined, codes: LevelCodes): number {
  if (kin === undefined) return 0;
  let weight = kin.prior;
  for (let index = 0; index < kin.levels.length; index += 1) {
    weight += kin.levels[index]?.[levelOf(codes[index] ?? 0)] ?? 0;
  }
  return weight;
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

function bindRules(table: ComparedTable, { granularity, rules = {} }: JudgeOptions): ApplyRule[] {
  const context = { table, granularity, is: levelTest(table.packed) };
  return entityRules(table.packed.entity).map((rule) => bindRule(rule, context, rules));
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
