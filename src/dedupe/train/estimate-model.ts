import { entityComparisons } from "../comparisons/entity-comparisons.ts";
import type { Comparison } from "../comparisons/comparison.ts";
import type { KinModel, LevelWeight, MatchModel } from "../match-model.ts";
import type { PackedRecords } from "../packed-records.ts";
import { kinTables, levelsOfComparison, priorWeight } from "../weights.ts";
import { labels, type PatternCounts } from "./pattern-counts.ts";

/** What the weights are estimated from. */
export interface Evidence {
  readonly packed: Pick<PackedRecords, "entity" | "customFields" | "size">;
  readonly patterns: PatternCounts;
  /** One of so many rows was looked at. */
  readonly sampledOneIn: number;
  /** Share of random pairs at each level of each comparison, in the order of both. */
  readonly random: readonly (readonly number[])[];
}

/** An estimated model, and how many pairs speak for it. */
export interface EstimatedModel {
  readonly model: MatchModel;
  /** Expected number of true pairs among those that were looked at. */
  readonly expectedMatches: number;
}

const rounds = 12;
/**
 * Pairs less likely than this teach nothing: there are so many of them that together they would
 * outweigh the true ones, and draw the estimate to whatever most pairs happen to share.
 */
const leastProbability = 0.2;
/** Pairs that the shipped shares count for. */
const shippedPairs = 150;
/** The same for custom fields, of which the shipped shares know no more than how they are compared. */
const shippedCustomPairs = 30;
const shippedKin = 60;
/** No level moves further than this from where it was shipped. */
const farthestMilliBits = 3500;

/**
 * Expectation-maximization (Dempster, Laird and Rubin 1977) over counted patterns, for the shares of
 * the levels among true pairs, the share of true pairs, and how common each kind of kin is. What
 * strangers have in common stays as it is: rarity says it value by value. Pairs with two equal
 * credit codes are true, with two different ones are not; the others count by their probability.
 * Shares are shrunk towards the shipped ones, so that little evidence moves little.
 */
export function estimateModel(shipped: MatchModel, evidence: Evidence): EstimatedModel {
  const state = startState(shipped, evidence);
  for (let round = 0; round < rounds; round += 1) {
    expect(state, evidence);
    maximize(state, shipped, evidence);
  }
  expect(state, evidence);
  return { model: modelOf(state, shipped), expectedMatches: state.matches };
}

interface State {
  readonly comparisons: readonly Comparison[];
  readonly shippedLevels: readonly (readonly (LevelWeight | undefined)[])[];
  /** Milli-bits by comparison and level. */
  readonly milliBits: number[][];
  readonly kinLevels: readonly (readonly Int32Array[])[];
  readonly kinPriors: number[];
  readonly shippedPrior: number;
  prior: number;
  /** Expected true pairs by comparison and level. */
  readonly expected: number[][];
  matches: number;
  readonly kin: number[];
}

function startState(shipped: MatchModel, { packed }: Evidence): State {
  const comparisons = entityComparisons(packed);
  const shippedLevels = comparisons.map((comparison) => {
    const weights = levelsOfComparison(packed, shipped, comparison.name);
    return comparison.levels.map((level) => weights[level]);
  });
  return {
    comparisons,
    shippedLevels,
    milliBits: shippedLevels.map((levels) => levels.map((level) => level?.milliBits ?? 0)),
    kinLevels: kinTables(packed, shipped).map(({ levels }) => levels),
    kinPriors: shipped.kin.map(({ prior }) => prior),
    shippedPrior: priorWeight(shipped, packed.size),
    prior: priorWeight(shipped, packed.size),
    expected: comparisons.map(({ levels }) => levels.map(() => 0)),
    matches: 0,
    kin: shipped.kin.map(() => 0),
  };
}

/** The expected number of true pairs and of kin, level by level, under the weights of the state. */
function expect(state: State, { patterns }: Evidence): void {
  state.matches = 0;
  state.kin.fill(0);
  for (const levels of state.expected) levels.fill(0);
  for (let pattern = 0; pattern < patterns.patterns; pattern += 1) {
    const odds = oddsOf(state, patterns, pattern);
    const count = (label: number): number => patterns.counts[pattern * 3 + label] ?? 0;
    const others = odds.strangers + odds.kin.reduce((sum, each) => sum + each, 0);
    const probability = 1 / (1 + others);
    const likely = probability < leastProbability ? 0 : probability;
    const matches = count(labels.same) + count(labels.none) * likely;
    addLevels(state, patterns, pattern, matches);
    const share =
      count(labels.none) / (1 + others) + count(labels.different) / Math.max(others, 1e-9);
    odds.kin.forEach((each, at) => {
      state.kin[at] = (state.kin[at] ?? 0) + each * share;
    });
  }
}

interface Odds {
  /** Odds of two strangers against one company. */
  readonly strangers: number;
  readonly kin: readonly number[];
}

function oddsOf(
  state: State,
  { comparisons, levels, rarityBits }: PatternCounts,
  pattern: number,
): Odds {
  const start = pattern * comparisons;
  const sumOf = (weights: readonly ArrayLike<number>[]): number => {
    let sum = 0;
    for (let at = 0; at < comparisons; at += 1) sum += weights[at]?.[levels[start + at] ?? 0] ?? 0;
    return sum;
  };
  const weight = state.prior + sumOf(state.milliBits) + (rarityBits[pattern] ?? 0) * 1000;
  return {
    strangers: 2 ** (-weight / 1000),
    kin: state.kinLevels.map(
      (kinLevels, at) => 2 ** (-((state.kinPriors[at] ?? 0) + sumOf(kinLevels)) / 1000),
    ),
  };
}

function addLevels(
  state: State,
  { comparisons, levels }: PatternCounts,
  pattern: number,
  matches: number,
): void {
  state.matches += matches;
  const start = pattern * comparisons;
  for (let at = 0; at < comparisons; at += 1) {
    const expected = state.expected[at];
    const level = levels[start + at] ?? 0;
    if (expected !== undefined) expected[level] = (expected[level] ?? 0) + matches;
  }
}

function maximize(
  state: State,
  shipped: MatchModel,
  { packed, random, sampledOneIn }: Evidence,
): void {
  for (const [at, weights] of state.milliBits.entries()) {
    for (let level = 1; level < weights.length; level += 1) {
      weights[level] = milliBitsOf(state, at, level, random[at]?.[level] ?? 0);
    }
  }
  const expectedPairs = packed.size / 2;
  const found = state.matches * sampledOneIn;
  state.prior = state.shippedPrior + shift(found + packed.size / 50, expectedPairs, 3000);
  for (const [at, { prior }] of shipped.kin.entries()) {
    const usual = state.matches + shippedKin;
    const kin = (state.kin[at] ?? 0) + shippedKin * 2 ** (-prior / 1000);
    state.kinPriors[at] = clamp(1000 * Math.log2(usual / kin), prior - 3000, prior + 2500);
  }
}

function milliBitsOf(state: State, at: number, level: number, random: number): number {
  const shipped = state.shippedLevels[at]?.[level];
  if (shipped === undefined) return 0;
  const share = shareOf(state, at, level);
  if (isCustomField(state, at)) return customMilliBits(shipped, share, random);
  return shipped.milliBits + shift(share, shipped.perMille / 1000);
}

function isCustomField({ comparisons }: State, at: number): boolean {
  return comparisons[at]?.name.startsWith("custom.") === true;
}

/** Share of a level among true pairs that can be compared, shrunk towards the shipped one. */
function shareOf(state: State, at: number, level: number): number {
  const expected = state.expected[at] ?? [];
  const compared = expected.reduce((sum, each) => sum + each, 0) - (expected[0] ?? 0);
  const shippedShare = (state.shippedLevels[at]?.[level]?.perMille ?? 0) / 1000;
  const shipped = isCustomField(state, at) ? shippedCustomPairs : shippedPairs;
  return ((expected[level] ?? 0) + shipped * shippedShare) / (compared + shipped);
}

/**
 * A custom field means what its table makes of it: equal values speak by their rarity, and a level
 * without rarity by how seldom strangers stand at it.
 */
function customMilliBits(level: LevelWeight, share: number, random: number): number {
  if (level.perRarityBit > 0) return level.milliBits + shift(share, level.perMille / 1000);
  return clamp(1000 * Math.log2(share / Math.max(random, 0.001)), -8000, 0);
}

function shift(share: number, shipped: number, farthest: number = farthestMilliBits): number {
  if (share <= 0 || shipped <= 0) return 0;
  return clamp(1000 * Math.log2(share / shipped), -farthest, farthest);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function modelOf(state: State, shipped: MatchModel): MatchModel {
  const comparisons = state.comparisons.map(({ name, levels }, at) => [
    name,
    Object.fromEntries(
      levels.flatMap((level, index) => {
        const shippedLevel = state.shippedLevels[at]?.[index];
        if (shippedLevel === undefined) return [];
        const milliBits = Math.round(state.milliBits[at]?.[index] ?? 0);
        const perMille = Math.round(1000 * shareOf(state, at, index));
        return [[level, { ...shippedLevel, milliBits, perMille }]];
      }),
    ),
  ]);
  return {
    ...shipped,
    name: `${shipped.name}, trained`,
    prior: {
      ...shipped.prior,
      milliBits: shipped.prior.milliBits + Math.round(state.prior - state.shippedPrior),
    },
    comparisons: Object.fromEntries(comparisons),
    kin: shipped.kin.map((kin: KinModel, at) => ({
      ...kin,
      prior: Math.round(state.kinPriors[at] ?? kin.prior),
    })),
  };
}
