import type { Cluster, Decision, MatchedPair } from "../model/golden.ts";
import { weighContests } from "./cluster/contested-pairs.ts";
import { clusterPairs } from "./cluster/cluster-pairs.ts";
import { clusterSizes } from "./cluster/cluster-sizes.ts";
import { findWeakBridges } from "./cluster/weak-bridges.ts";
import { uniqueSystems, withoutTwins } from "./cluster/unique-systems.ts";
import type { ComparedPairs, Learned, PreparedComparison } from "./compare-pairs.ts";
import { findDecidedPairs } from "./decided-pairs.ts";
import { describePairs } from "./describe-pairs.ts";
import {
  countVerdicts,
  finalPairs,
  listFinalPairs,
  openQuestions,
  type FinalPairs,
} from "./final-pairs.ts";
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
 * is likelier two companies of a group `KIN`, or two of similar names `TWIN`; a light match that its
 * cluster hangs by is `BRIDGE`.
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
  const final = finalPairs(weighed, { roots, decided, bridges });
  const { pending, questions } = openQuestions(final);
  const ids = once(() => allRecordIds(prepared.table.packed));
  const clusters = once(() => collectClusters(ids(), roots, pending));
  const pairs = once(() => describePairs(prepared, listFinalPairs(final), ids()));
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
      ...countPairs(compared, final),
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
  final: FinalPairs,
): Pick<DedupeReport, "matches" | "possible" | "nonMatches"> {
  const { matches, possible } = countVerdicts(final);
  const nonMatches = Math.max(0, compared.candidatePairs - matches - possible);
  return { matches, possible, nonMatches };
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
