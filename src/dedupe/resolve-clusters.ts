import type { Cluster, Decision, MatchedPair } from "../model/golden.ts";
import { weighContests } from "./cluster/contested-pairs.ts";
import { clusterPairs } from "./cluster/cluster-pairs.ts";
import { uniqueSystems, withoutTwins } from "./cluster/unique-systems.ts";
import { rowsOfRecords } from "./compared-table.ts";
import { intAt } from "./element-at.ts";
import type { ComparedPairs, Learned, PreparedComparison } from "./compare-pairs.ts";
import { findDecidedPairs, type DecidedPair } from "./decided-pairs.ts";
import { createJudge, verdicts, type Judgement } from "./judge-pair.ts";
import type { MatchModel } from "./match-model.ts";
import { allRecordIds } from "./packed-records.ts";
import { sortedBy } from "./record-order.ts";
import { createReasonWriter, ruleIdsOf, verdictNames, type WriteReason } from "./pair-reason.ts";
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
  /** What the table taught; undefined where the weights were given. */
  readonly learned?: Learned;
}

/** Clusters sorted by their first member, matched and possible pairs sorted by left, then right. */
export interface DedupeResult {
  /** Record -> the smallest record of its cluster, by position. */
  readonly roots: Int32Array;
  readonly clusters: readonly Cluster[];
  readonly pairs: readonly MatchedPair[];
  readonly report: DedupeReport;
  /** What the pairs were weighed by: the shipped model, or what the table taught. */
  readonly model: MatchModel;
}

/**
 * Turns compared pairs into clusters. A pair is a match when its records fell into one cluster, so
 * that both say the same: one that is a match by itself, but a rule, a decision or too little support
 * keeps the clusters apart, becomes `possible` with the mark `CLUSTER`; one that is joined through
 * others alone is marked `CHAIN`; one that lost weight to a rival is marked `CONTEST`, and one that
 * is likelier two companies of a group `KIN`.
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
  const ids = allRecordIds(prepared.table.packed);
  const pairs = describePairs(prepared, weighed, { roots, decided, ids });
  const { pending, questions } = openQuestions(prepared, pairs, roots);
  const clusters = collectClusters(ids, roots, pending);
  return {
    roots,
    clusters,
    pairs: pairs.map(({ pair }) => pair),
    report: { ...reportOf(prepared, compared, clusters, pairs), questions },
    model: prepared.model,
  };
}

interface Resolution {
  readonly roots: Int32Array;
  readonly decided: readonly DecidedPair[];
  /** The ids of the records by their positions. */
  readonly ids: readonly string[];
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
  { roots, decided, ids }: Resolution,
): PlacedPair[] {
  const describe = createDescriber(prepared, ids);
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
    placed.push(describe(left, right, { isTogether, weight, verdict }));
  }
  for (const { left, right, same } of decided) {
    const isTogether = roots[left] === roots[right];
    if (same) placed.push(describe(left, right, { isTogether, isDecided: true }));
  }
  // What people decided came last.
  if (decided.length > 0) placed.sort((a, b) => a.left - b.left || a.right - b.right);
  return placed;
}

/** The pairs in the order of their records. */
function byRecords({ left, right }: ComparedPairs): Int32Array {
  const pairs = left.map((_, pair) => pair);
  return sortedBy(sortedBy(pairs, right), left);
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

interface Standing {
  readonly isTogether: boolean;
  readonly isDecided?: boolean;
  /** What the pair weighs now, and its verdict by that: contests take from what it was judged at. */
  readonly weight?: number;
  readonly verdict?: number;
}

type DescribePair = (left: number, right: number, standing: Standing) => PlacedPair;

function createDescriber(prepared: PreparedComparison, recordIds: readonly string[]): DescribePair {
  const { judge } = createJudge(prepared.table, prepared, true);
  const rows = rowsOfRecords(prepared.table);
  const writeReason: WriteReason = createReasonWriter(prepared.table.packed);
  return (left, right, standing) => {
    const judged = judge(intAt(rows, left), intAt(rows, right));
    const { weight = judged.weight, isTogether } = standing;
    const marks = marksOf(standing, judged);
    const rules = ruleIdsOf(prepared.table.packed, judged.rules);
    const ids = marks.length === 0 ? rules : [...rules, ...marks];
    const pair: MatchedPair = {
      left: recordIds[left] ?? "",
      right: recordIds[right] ?? "",
      weightMilliBits: weight,
      verdict: verdictNames[isTogether ? verdicts.match : verdicts.possible] ?? "possible",
      reason: writeReason(judged.codes, ids),
      rules: ids,
    };
    return { left, right, pair };
  };
}

/** What beside the rules decided about a pair. */
function marksOf(standing: Standing, judged: Judgement): readonly string[] {
  const { weight = judged.weight, verdict = judged.verdict } = standing;
  const { isTogether, isDecided = false } = standing;
  const isMatch = isDecided || verdict === verdicts.match;
  const marks = [
    [isDecided, "H9"],
    [weight < judged.weight, "CONTEST"],
    [judged.against >= 0 && !isTogether, "KIN"],
    [isTogether && !isMatch, "CHAIN"],
    [isMatch && !isTogether, "CLUSTER"],
  ] as const;
  return marks.flatMap(([isMarked, mark]) => (isMarked ? [mark] : []));
}

function pairKey(left: number, right: number): string {
  return `${left} ${right}`;
}

interface OpenQuestions {
  /** 1 for the root of a cluster that somebody must look at before it is final. */
  readonly pending: Uint8Array;
  readonly questions: number;
}

/** Clusters with a possible pair to another cluster, and how many pairs of clusters that makes. */
function openQuestions(
  { table: { packed } }: PreparedComparison,
  pairs: readonly PlacedPair[],
  roots: Int32Array,
): OpenQuestions {
  const pending = new Uint8Array(packed.size);
  const questions = new Set<string>();
  for (const { left, right, pair } of pairs) {
    const root = roots[left] ?? 0;
    const other = roots[right] ?? 0;
    if (pair.verdict !== "possible" || root === other) continue;
    pending[root] = 1;
    pending[other] = 1;
    questions.add(rootsKey(roots, left, right));
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
  clusters: readonly Cluster[],
  pairs: readonly PlacedPair[],
): Omit<DedupeReport, "questions"> {
  const matches = pairs.filter(({ pair }) => pair.verdict === "match").length;
  return {
    records: packed.size,
    ...(learned !== undefined && { learned }),
    candidatePairs: compared.candidatePairs,
    keys: postings.families.map(({ report }, index) => ({
      ...report,
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
