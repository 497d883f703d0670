import { entityComparisons } from "../comparisons/entity-comparisons.ts";
import type { Comparison } from "../comparisons/comparison.ts";
import type { KinModel, LevelWeight, MatchModel } from "../match-model.ts";
import type { PackedRecords } from "../packed-records.ts";
import { kinTables, levelsOfComparison, mostLevels, priorWeight } from "../weights.ts";
import { byLevel, sumOf, type ByLevel } from "./by-level.ts";
import { countOf, labels, type PatternCounts } from "./pattern-counts.ts";

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
  readonly milliBits: ByLevel;
  readonly kinLevels: readonly ByLevel[];
  readonly kinPriors: Float64Array;
  readonly shippedPrior: number;
  prior: number;
  /** Expected true pairs by comparison and level. */
  readonly expected: ByLevel;
  matches: number;
  readonly kin: Float64Array;
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
    milliBits: byLevel(shippedLevels.map((levels) => levels.map((each) => each?.milliBits ?? 0))),
    kinLevels: kinTables(packed, shipped).map(({ levels }) => byLevel(levels)),
    kinPriors: Float64Array.from(shipped.kin, ({ prior }) => prior),
    shippedPrior: priorWeight(shipped, packed.size),
    prior: priorWeight(shipped, packed.size),
    expected: byLevel(comparisons.map(() => [])),
    matches: 0,
    kin: new Float64Array(shipped.kin.length),
  };
}

/** The expected number of true pairs and of kin, level by level, under the weights of the state. */
function expect(state: State, { patterns }: Evidence): void {
  state.matches = 0;
  state.kin.fill(0);
  state.expected.fill(0);
  const odds = new Float64Array(state.kin.length);
  for (let pattern = 0; pattern < patterns.patterns; pattern += 1) {
    const others = strangersOf(state, patterns, pattern) + kinOf(state, patterns, pattern, odds);
    const none = countOf(patterns, pattern, labels.none);
    const same = countOf(patterns, pattern, labels.same);
    const different = countOf(patterns, pattern, labels.different);
    const probability = 1 / (1 + others);
    const likely = probability < leastProbability ? 0 : probability;
    addLevels(state, patterns, pattern, same + none * likely);
    const share = none / (1 + others) + different / Math.max(others, 1e-9);
    for (let at = 0; at < odds.length; at += 1) {
      state.kin[at] = (state.kin[at] ?? 0) + (odds[at] ?? 0) * share;
    }
  }
}

/** Odds of two strangers against one company. */
function strangersOf(state: State, patterns: PatternCounts, pattern: number): number {
  const rarity = (patterns.rarityBits[pattern] ?? 0) * 1000;
  const weight = state.prior + sumOf(state.milliBits, patterns, pattern) + rarity;
  return 2 ** (-weight / 1000);
}

/** Odds of each kind of kin against one company, written into `odds`; returns their sum. */
function kinOf(
  { kinLevels, kinPriors }: State,
  patterns: PatternCounts,
  pattern: number,
  odds: Float64Array,
): number {
  let sum = 0;
  for (let at = 0; at < odds.length; at += 1) {
    const weights = kinLevels[at];
    if (weights === undefined) continue;
    const weight = (kinPriors[at] ?? 0) + sumOf(weights, patterns, pattern);
    const each = 2 ** (-weight / 1000);
    odds[at] = each;
    sum += each;
  }
  return sum;
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
    const place = at * mostLevels + (levels[start + at] ?? 0);
    state.expected[place] = (state.expected[place] ?? 0) + matches;
  }
}

function maximize(
  state: State,
  shipped: MatchModel,
  { packed, random, sampledOneIn }: Evidence,
): void {
  for (const [at, { levels }] of state.comparisons.entries()) {
    for (let level = 1; level < levels.length; level += 1) {
      const share = random[at]?.[level] ?? 0;
      state.milliBits[at * mostLevels + level] = milliBitsOf(state, at, level, share);
    }
  }
  const expectedPairs = packed.size / 2;
  const found = state.matches * sampledOneIn;
  state.prior = state.shippedPrior + shift(found + packed.size / 50, expectedPairs, 3000);
  const isTold = state.comparisons.some(
    (each, at) => signs.has(each.name) && wasCompared(state, at),
  );
  for (const [at, { prior, isGroup }] of shipped.kin.entries()) {
    // Names alone do not tell a slip from another brand: then nothing is learned about it.
    if (!isGroup && !isTold) continue;
    const usual = state.matches + shippedKin;
    const kin = (state.kin[at] ?? 0) + shippedKin * 2 ** (-prior / 1000);
    state.kinPriors[at] = clamp(1000 * Math.log2(usual / kin), prior - 3000, prior + 4000);
  }
}

/** Beside their names, what tells companies of similar names apart. */
const signs: ReadonlySet<string> = new Set(["phones", "emails", "contacts", "address"]);

/** Whether a comparison said anything about a true pair. */
function wasCompared({ expected }: State, at: number): boolean {
  return expected.subarray(at * mostLevels + 1, (at + 1) * mostLevels).some((each) => each > 0);
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
  const expected = state.expected.subarray(at * mostLevels, (at + 1) * mostLevels);
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
        const milliBits = Math.round(state.milliBits[at * mostLevels + index] ?? 0);
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
