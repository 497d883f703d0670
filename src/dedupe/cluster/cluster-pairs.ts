import { cannotLinks, createConstraints, type ClusterConstraints } from "./cluster-constraints.ts";
import type { LevelCodes } from "../comparisons/comparison.ts";
import type { PreparedComparison } from "../compare-pairs.ts";
import { intAt } from "../element-at.ts";
import { ascending } from "../growing-array.ts";
import { uniqueSystems } from "./unique-systems.ts";
import type { DecidedPair } from "../decided-pairs.ts";
import { createJudge, levelTest, verdicts, type JudgePair, type Judgement } from "../judge-pair.ts";
import type { ClusterModel } from "../match-model.ts";
import { heaviestFirst, likelihood, probabilityOf, type GraphedPairs } from "./pair-graph.ts";

/** Between clusters with more pairs across than this, unseen pairs are not compared. */
const mostCompared = 64;

/** What is known of the clusters while they grow. */
interface Growth {
  readonly parent: Int32Array;
  /** Members as rings: `next[record]` is the next member of its cluster. */
  readonly next: Int32Array;
  readonly sizes: Int32Array;
  readonly pairs: GraphedPairs;
  readonly constraints: ClusterConstraints;
  /** The member whose pair with a record was seen last. */
  readonly stamps: Int32Array;
  readonly judge: JudgePair;
  /** Record -> where its row starts. */
  readonly rows: Int32Array;
  readonly different: ReadonlyMap<number, readonly number[]>;
  readonly model: ClusterModel;
  /** Whether two records tell two places. */
  readonly areElsewhere: (codes: LevelCodes) => boolean;
}

/**
 * Agglomerates records by average link under constraints (knowledge/matching.md E7): matches are
 * taken heaviest first, and two clusters are joined when no rule forbids it and the mean
 * probability over all pairs across them is high enough. Possible pairs never join anything.
 * Returns the smallest record of each record's cluster.
 */
export function clusterPairs(
  prepared: PreparedComparison,
  pairs: GraphedPairs,
  decided: readonly DecidedPair[],
): Int32Array {
  const growth = startGrowth(prepared, pairs, decided);
  for (const { left, right, same } of decided) {
    if (same) joinDecided(growth, left, right);
  }
  const matches = heaviestFirst(pairs, verdicts.match);
  for (let at = 0; at < matches.length; at += 1) tryJoin(growth, intAt(matches, at));
  return rootsOf(growth.parent);
}

/** Record -> the root of its cluster. */
function rootsOf(parent: Int32Array): Int32Array {
  const roots = new Int32Array(parent.length);
  for (let record = 0; record < roots.length; record += 1) roots[record] = findRoot(parent, record);
  return roots;
}

function startGrowth(
  prepared: PreparedComparison,
  pairs: GraphedPairs,
  decided: readonly DecidedPair[],
): Growth {
  const { table, model } = prepared;
  const { packed } = table;
  return {
    parent: ascending(packed.size),
    next: ascending(packed.size),
    sizes: new Int32Array(packed.size).fill(1),
    pairs,
    stamps: new Int32Array(packed.size).fill(-1),
    judge: createJudge(table, prepared, true),
    rows: table.rows,
    constraints: createConstraints(
      packed,
      prepared,
      uniqueSystems(packed, prepared.uniqueWithin ?? []),
    ),
    different: cannotLinks(decided),
    model: model.cluster,
    areElsewhere: levelTest(packed)("region", ...(model.contest.conflicts["region"] ?? [])),
  };
}

/** Probability of a pair that no key put together. */
function perMilleOf(growth: Growth, record: number, other: number): number {
  const { weight, verdict, codes } = judged(growth, record, other);
  const isApart = verdict !== verdicts.match && growth.areElsewhere(codes);
  return isApart ? growth.model.apartPerMille : likelihood(weight, verdict);
}

/** The probability of a kept pair. */
function perMilleOfKept(growth: Growth, pair: number): number {
  const { pairs, areElsewhere, model } = growth;
  const isMatch = pairs.verdict[pair] === verdicts.match;
  if (isMatch) return probabilityOf(pairs, pair);
  const { codes } = judged(growth, intAt(pairs.left, pair), intAt(pairs.right, pair));
  return areElsewhere(codes) ? model.apartPerMille : probabilityOf(pairs, pair);
}

function judged({ judge, rows }: Growth, record: number, other: number): Judgement {
  const row = intAt(rows, record);
  const otherRow = intAt(rows, other);
  return judge.judge(Math.min(row, otherRow), Math.max(row, otherRow));
}

function tryJoin(growth: Growth, pair: number): void {
  const root = findRoot(growth.parent, intAt(growth.pairs.left, pair));
  const other = findRoot(growth.parent, intAt(growth.pairs.right, pair));
  if (root === other || !growth.constraints.allow(root, other)) return;
  const isSmaller = intAt(growth.sizes, root) <= intAt(growth.sizes, other);
  const small = isSmaller ? root : other;
  const large = isSmaller ? other : root;
  if (isDecidedDifferent(growth, small, large)) return;
  // Most clusters grow from two records that have no other pair across.
  const isOnlyPair = intAt(growth.sizes, small) * intAt(growth.sizes, large) === 1;
  const isJoined = isOnlyPair
    ? probabilityOf(growth.pairs, pair) >= growth.model.mergePerMille
    : isDense(growth, small, large);
  if (isJoined) join(growth, root, other);
}

/** A person's word outranks the rules, but not another person's. */
function joinDecided(growth: Growth, left: number, right: number): void {
  const root = findRoot(growth.parent, left);
  const other = findRoot(growth.parent, right);
  if (root === other || isDecidedDifferent(growth, root, other)) return;
  join(growth, root, other);
}

/** The smaller record becomes the root, so that a root is the first member of its cluster. */
function join(growth: Growth, root: number, other: number): void {
  const first = Math.min(root, other);
  const second = Math.max(root, other);
  const { parent, next, sizes } = growth;
  growth.constraints.join(first, second);
  parent[second] = first;
  sizes[first] = (sizes[first] ?? 0) + (sizes[second] ?? 0);
  const after = next[first] ?? 0;
  next[first] = next[second] ?? 0;
  next[second] = after;
}

/**
 * Mean probability across the clusters against the limit, cross-multiplied: no division. Pairs that
 * no key put together are compared now; between large clusters they count as `unseenPerMille`.
 */
function isDense(growth: Growth, small: number, large: number): boolean {
  const { model, sizes } = growth;
  const across = (sizes[small] ?? 0) * (sizes[large] ?? 0);
  let total = 0;
  let seen = 0;
  forEachMember(growth, small, (member) => {
    forEachEdge(growth, member, large, (perMille, other) => {
      seen += 1;
      total += perMille;
      growth.stamps[other] = member;
    });
    if (across > mostCompared) return;
    forEachMember(growth, large, (other) => {
      if (growth.stamps[other] !== member) total += perMilleOf(growth, member, other);
    });
  });
  if (across > mostCompared) total += (across - seen) * model.unseenPerMille;
  return total >= across * model.mergePerMille;
}

/** Visits the kept pairs of a member with the members of another cluster. */
function forEachEdge(
  growth: Growth,
  member: number,
  root: number,
  visit: (perMille: number, other: number) => void,
): void {
  const { parent, pairs } = growth;
  const { graph } = pairs;
  const end = graph.offsets[member + 1] ?? 0;
  for (let at = graph.offsets[member] ?? 0; at < end; at += 1) {
    const other = graph.neighbours[at] ?? 0;
    if (findRoot(parent, other) !== root) continue;
    visit(perMilleOfKept(growth, intAt(graph.pairs, at)), other);
  }
}

function isDecidedDifferent(growth: Growth, small: number, large: number): boolean {
  if (growth.different.size === 0) return false;
  let isDifferent = false;
  forEachMember(growth, small, (member) => {
    for (const other of growth.different.get(member) ?? []) {
      if (findRoot(growth.parent, other) === large) isDifferent = true;
    }
  });
  return isDifferent;
}

function forEachMember({ next }: Growth, root: number, visit: (member: number) => void): void {
  let member = root;
  do {
    visit(member);
    member = next[member] ?? root;
  } while (member !== root);
}

function findRoot(parent: Int32Array, record: number): number {
  let root = record;
  for (let up = parent[root] ?? root; up !== root; up = parent[root] ?? root) {
    parent[root] = parent[up] ?? up;
    root = up;
  }
  return root;
}
