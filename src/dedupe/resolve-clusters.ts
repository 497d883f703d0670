import type { Cluster, Decision, MatchedPair } from "../model/golden.ts";
import { weighContests } from "./cluster/contested-pairs.ts";
import { clusterPairs } from "./cluster/cluster-pairs.ts";
import { findWeakBridges, type ClusteredRecords } from "./cluster/weak-bridges.ts";
import { byRecords } from "./cluster/pair-graph.ts";
import { uniqueSystems, withoutTwins } from "./cluster/unique-systems.ts";
import { intAt } from "./element-at.ts";
import type { ComparedPairs, Learned, PreparedComparison } from "./compare-pairs.ts";
import { findDecidedPairs, type DecidedPair } from "./decided-pairs.ts";
import { describePairs, verdictOf, type PlacedPair } from "./describe-pairs.ts";
import { verdicts } from "./judge-pair.ts";
import type { MatchModel } from "./match-model.ts";
import { allRecordIds } from "./packed-records.ts";
import type { KeyFamilyReport } from "./blocking-keys/postings.ts";

/** What a search for duplicates did. */
export interface DedupeReport {
  readonly records: number;
  readonly candidatePairs: number;
  readonly keys: readonly (KeyFamilyReport & { readonly candidatePairs: number })[];
  /** Pairs by their final verdict; the rest of the candidates are no matches. */
  readonly matches: number;
  readonly possible: number;
  readonly nonMatches: number;
  readonly clusters: number;
  readonly largestCluster: number;
  readonly reviewPending: number;
  /** Pairs of clusters with a possible pair between them: what people are asked. */
  readonly questions: number;
  /** Matches that a cluster hangs by, light enough to be asked about. */
  readonly weakBridges: number;
  /** What the table taught; undefined where the weights were given. */
  readonly learned?: Learned;
}

/**
 * Clusters sorted by their first member, matched and possible pairs sorted by left, then right. Both
 * are made when they are first asked for: those of a million records take hundreds of megabytes.
 */
export interface DedupeResult {
  /** Record -> the smallest record of its cluster, by position. */
  readonly roots: Int32Array;
  readonly clusters: readonly Cluster[];
  readonly pairs: readonly MatchedPair[];
  readonly report: DedupeReport;
  /** What the pairs were weighed by: the shipped model, or what the table taught. */
  readonly model: MatchModel;
  /** What the pairs were compared with, for whoever compares some of them again. */
  readonly prepared: PreparedComparison;
}

/**
 * Turns compared pairs into clusters. A pair is a match when its records fell into one cluster, so
 * that both say the same: one that is a match by itself, but a rule, a decision or too little support
 * keeps the clusters apart, becomes `possible` with the mark `CLUSTER`; one that is joined through
 * others alone is marked `CHAIN`; one that lost weight to a rival is marked `CONTEST`, and one that
 * is likelier two companies of a group `KIN`; a light match that its cluster hangs by is `BRIDGE`.
 */
export function resolveClusters(
  prepared: PreparedComparison,
  compared: ComparedPairs,
  decisions: readonly Decision[] = [],
): DedupeResult {
  const decided = findDecidedPairs(prepared.table.packed, decisions);
  const { table, uniqueWithin = [] } = prepared;
  const apart = withoutTwins(compared, uniqueSystems(table.packed, uniqueWithin));
  const weighed = weighContests(prepared, apart);
  const roots = clusterPairs(prepared, weighed, decided);
  const bridges = findWeakBridges(prepared, weighed, { roots, decided });
  const placed = placePairs(weighed, { roots, decided, bridges });
  const { pending, questions } = openQuestions(placed, roots);
  const ids = once(() => allRecordIds(prepared.table.packed));
  const clusters = once(() => collectClusters(ids(), roots, pending));
  const pairs = once(() => describePairs(prepared, placed, ids()));
  return {
    roots,
    get clusters() {
      return clusters();
    },
    get pairs() {
      return pairs();
    },
    report: {
      ...reportOf(prepared, compared),
      ...countPairs(compared, placed),
      ...countClusters(roots, pending),
      questions: questions + bridges.size,
      weakBridges: bridges.size,
    },
    model: prepared.model,
    prepared,
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

interface Resolution extends ClusteredRecords {
  readonly bridges: ReadonlySet<number>;
}

function placePairs(
  compared: ComparedPairs,
  { roots, decided, bridges }: Resolution,
): PlacedPair[] {
  const isDecided = new Set(decided.map(({ left, right }) => pairKey(left, right)));
  const isApart = clustersApart(decided, roots);
  const placed: PlacedPair[] = [];
  const isSettled = (left: number, right: number): boolean =>
    (isDecided.size > 0 && isDecided.has(pairKey(left, right))) ||
    (isApart.size > 0 && isApart.has(rootsKey(roots, left, right)));
  for (const at of byRecords(compared)) {
    const left = intAt(compared.left, at);
    const right = intAt(compared.right, at);
    const isTogether = roots[left] === roots[right];
    const weight = intAt(compared.weight, at);
    const verdict = intAt(compared.verdict, at);
    // A contested pair may have lost what made it worth a question.
    if (isSettled(left, right) || (verdict === verdicts.nonMatch && !isTogether)) continue;
    const isBridge = bridges.has(at);
    placed.push({ left, right, isTogether, isDecided: false, isBridge, weight, verdict });
  }
  const byPeople = { isDecided: true, isBridge: false, weight: undefined, verdict: undefined };
  for (const { left, right, same } of decided) {
    const isTogether = roots[left] === roots[right];
    if (same) placed.push({ left, right, isTogether, ...byPeople });
  }
  // What people decided came last.
  if (decided.length > 0) placed.sort((a, b) => a.left - b.left || a.right - b.right);
  return placed;
}

/** Clusters that a person told apart by any of their records: their other pairs are settled too. */
function clustersApart(decided: readonly DecidedPair[], roots: Int32Array): ReadonlySet<string> {
  const apart = decided.filter(({ same }) => !same);
  return new Set(apart.map(({ left, right }) => rootsKey(roots, left, right)));
}

function rootsKey(roots: Int32Array, left: number, right: number): string {
  const [root, other] = [roots[left] ?? 0, roots[right] ?? 0];
  return root < other ? pairKey(root, other) : pairKey(other, root);
}

function pairKey(left: number, right: number): string {
  return `${left} ${right}`;
}

interface OpenQuestions {
  /** 1 for the root of a cluster that somebody must look at before it is final. */
  readonly pending: Uint8Array;
  readonly questions: number;
}

/** Clusters with a possible pair to another one or a weak bridge, and how many pairs of clusters the former make. */
function openQuestions(pairs: readonly PlacedPair[], roots: Int32Array): OpenQuestions {
  const pending = new Uint8Array(roots.length);
  const questions = new Set<string>();
  for (const pair of pairs) {
    const root = roots[pair.left] ?? 0;
    const other = roots[pair.right] ?? 0;
    if (pair.isBridge) pending[root] = 1;
    if (verdictOf(pair) !== "possible" || root === other) continue;
    pending[root] = 1;
    pending[other] = 1;
    questions.add(rootsKey(roots, pair.left, pair.right));
  }
  return { pending, questions: questions.size };
}

function collectClusters(
  ids: readonly string[],
  roots: Int32Array,
  pending: Uint8Array,
): Cluster[] {
  const clusterAt = new Int32Array(roots.length);
  const clusters: { members: string[]; reviewPending: boolean }[] = [];
  // A root is the smallest record of its cluster, so it comes before its members.
  for (const [record, root] of roots.entries()) {
    if (root === record) {
      clusterAt[root] = clusters.length;
      clusters.push({ members: [], reviewPending: pending[root] === 1 });
    }
    clusters[clusterAt[root] ?? 0]?.members.push(ids[record] ?? "");
  }
  return clusters;
}

function reportOf(
  { table: { packed }, postings, learned }: PreparedComparison,
  compared: ComparedPairs,
): Pick<DedupeReport, "records" | "learned" | "candidatePairs" | "keys"> {
  return {
    records: packed.size,
    ...(learned !== undefined && { learned }),
    candidatePairs: compared.candidatePairs,
    keys: postings.families.map(({ report }, index) => ({
      ...report,
      candidatePairs: compared.pairsByFamily[index] ?? 0,
    })),
  };
}

function countPairs(
  compared: ComparedPairs,
  pairs: readonly PlacedPair[],
): Pick<DedupeReport, "matches" | "possible" | "nonMatches"> {
  const matches = pairs.filter((pair) => verdictOf(pair) === "match").length;
  return {
    matches,
    possible: pairs.length - matches,
    nonMatches: Math.max(0, compared.candidatePairs - pairs.length),
  };
}

function countClusters(
  roots: Int32Array,
  pending: Uint8Array,
): Pick<DedupeReport, "clusters" | "largestCluster" | "reviewPending"> {
  const sizes = clusterSizes(roots);
  let [clusters, largestCluster, reviewPending] = [0, 0, 0];
  for (let root = 0; root < sizes.length; root += 1) {
    const size = sizes[root] ?? 0;
    if (size === 0) continue;
    clusters += 1;
    largestCluster = Math.max(largestCluster, size);
    reviewPending += pending[root] ?? 0;
  }
  return { clusters, largestCluster, reviewPending };
}

/** How many records each cluster has, at the position of its root; 0 elsewhere. */
export function clusterSizes(roots: Int32Array): Int32Array {
  const sizes = new Int32Array(roots.length);
  for (const root of roots) sizes[root] = (sizes[root] ?? 0) + 1;
  return sizes;
}
