import type { Cluster, Decision, MatchedPair } from "../model/golden.ts";
import { clusterPairs } from "./cluster.ts";
import type { ComparedPairs, PreparedComparison } from "./compare-pairs.ts";
import { findDecidedPairs, type DecidedPair } from "./decided-pairs.ts";
import { createJudge, verdicts, type JudgePair } from "./judge-pair.ts";
import { recordIdAt } from "./packed-records.ts";
import { createReasonWriter, ruleIdsOf, verdictNames, type WriteReason } from "./pair-reason.ts";
import type { KeyFamilyReport } from "./postings.ts";

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
}

/** Clusters sorted by their first member, matched and possible pairs sorted by left, then right. */
export interface DedupeResult {
  readonly clusters: readonly Cluster[];
  readonly pairs: readonly MatchedPair[];
  readonly report: DedupeReport;
}

/**
 * Turns compared pairs into clusters. A match across two clusters (a rule, a decision or too little
 * support keeps them apart) becomes `possible` with the rule `CLUSTER`, so that a match always
 * means one cluster.
 */
export function resolveClusters(
  prepared: PreparedComparison,
  compared: ComparedPairs,
  decisions: readonly Decision[] = [],
): DedupeResult {
  const decided = findDecidedPairs(prepared.packed, decisions);
  const roots = clusterPairs(prepared, compared, decided);
  const pairs = describePairs(prepared, compared, { roots, decided });
  const pending = pendingRoots(prepared, pairs, roots);
  const clusters = collectClusters(prepared, roots, pending);
  return {
    clusters,
    pairs: pairs.map(({ pair }) => pair),
    report: reportOf(prepared, compared, clusters, pairs),
  };
}

interface Resolution {
  readonly roots: Int32Array;
  readonly decided: readonly DecidedPair[];
}

/** A pair with the positions of its records. */
interface PlacedPair {
  readonly left: number;
  readonly right: number;
  readonly pair: MatchedPair;
}

function describePairs(
  prepared: PreparedComparison,
  compared: ComparedPairs,
  { roots, decided }: Resolution,
): PlacedPair[] {
  const judge = createJudge(prepared.packed, prepared);
  const describe = createDescriber(prepared, judge);
  const isDecided = new Set(decided.map(({ left, right }) => pairKey(left, right)));
  const placed: PlacedPair[] = [];
  for (let at = 0; at < compared.left.length; at += 1) {
    const left = compared.left[at] ?? 0;
    const right = compared.right[at] ?? 0;
    if (isDecided.size > 0 && isDecided.has(pairKey(left, right))) continue;
    placed.push(describe(left, right, { isTogether: roots[left] === roots[right] }));
  }
  for (const { left, right, same } of decided) {
    const isTogether = roots[left] === roots[right];
    if (same) placed.push(describe(left, right, { isTogether, isDecided: true }));
  }
  return placed.sort((a, b) => a.left - b.left || a.right - b.right);
}

interface Standing {
  readonly isTogether: boolean;
  readonly isDecided?: boolean;
}

type DescribePair = (left: number, right: number, standing: Standing) => PlacedPair;

function createDescriber(prepared: PreparedComparison, judge: JudgePair): DescribePair {
  const writeReason: WriteReason = createReasonWriter(prepared.packed);
  return (left, right, { isTogether, isDecided = false }) => {
    const { codes, weight, rules, verdict } = judge(left, right);
    const ids = ruleIdsOf(prepared.packed, rules);
    const isMatch = isDecided || verdict === verdicts.match;
    if (isDecided) ids.push("H9");
    if (isMatch && !isTogether) ids.push("CLUSTER");
    const final = isMatch && isTogether ? verdicts.match : verdicts.possible;
    const pair: MatchedPair = {
      left: recordIdAt(prepared.packed, left),
      right: recordIdAt(prepared.packed, right),
      weightMilliBits: weight,
      verdict: verdictNames[final] ?? "possible",
      reason: writeReason(codes, ids),
      rules: ids,
    };
    return { left, right, pair };
  };
}

function pairKey(left: number, right: number): string {
  return `${left} ${right}`;
}

/** Clusters with a possible pair to another cluster: somebody must look before they are final. */
function pendingRoots(
  { packed }: PreparedComparison,
  pairs: readonly PlacedPair[],
  roots: Int32Array,
): Uint8Array {
  const pending = new Uint8Array(packed.size);
  for (const { left, right, pair } of pairs) {
    const root = roots[left] ?? 0;
    const other = roots[right] ?? 0;
    if (pair.verdict !== "possible" || root === other) continue;
    pending[root] = 1;
    pending[other] = 1;
  }
  return pending;
}

function collectClusters(
  { packed }: PreparedComparison,
  roots: Int32Array,
  pending: Uint8Array,
): Cluster[] {
  const clusterAt = new Int32Array(packed.size);
  const clusters: { members: string[]; reviewPending: boolean }[] = [];
  // A root is the smallest record of its cluster, so it comes before its members.
  for (const [record, root] of roots.entries()) {
    if (root === record) {
      clusterAt[root] = clusters.length;
      clusters.push({ members: [], reviewPending: pending[root] === 1 });
    }
    clusters[clusterAt[root] ?? 0]?.members.push(recordIdAt(packed, record));
  }
  return clusters;
}

function reportOf(
  { packed, postings }: PreparedComparison,
  compared: ComparedPairs,
  clusters: readonly Cluster[],
  pairs: readonly PlacedPair[],
): DedupeReport {
  const matches = pairs.filter(({ pair }) => pair.verdict === "match").length;
  return {
    records: packed.size,
    candidatePairs: compared.candidatePairs,
    keys: postings.families.map((family, index) => ({
      ...family,
      candidatePairs: compared.pairsByFamily[index] ?? 0,
    })),
    matches,
    possible: pairs.length - matches,
    nonMatches: Math.max(0, compared.candidatePairs - pairs.length),
    clusters: clusters.length,
    largestCluster: clusters.reduce((most, { members }) => Math.max(most, members.length), 0),
    reviewPending: clusters.filter(({ reviewPending }) => reviewPending).length,
  };
}
