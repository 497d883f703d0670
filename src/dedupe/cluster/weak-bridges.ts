import type { PreparedComparison } from "../compare-pairs.ts";
import type { DecidedPair } from "../decided-pairs.ts";
import { intAt } from "../element-at.ts";
import { clusterSizes } from "./cluster-sizes.ts";
import type { GraphedPairs } from "./pair-graph.ts";
import { thresholdsOf, verdicts } from "../judge-pair.ts";

/** Clusters, as the smallest record of each record's cluster, and what people said of their pairs. */
export interface ClusteredRecords {
  readonly roots: Int32Array;
  readonly decided: readonly DecidedPair[];
}

interface Join {
  readonly left: number;
  readonly right: number;
  /** Index of the pair; -1 for one that a person decided. */
  readonly pair: number;
}

/** Two records are one by their pair alone: that is what a match says. */
const leastMembers = 3;

/**
 * The matches that a cluster hangs by: without such a pair it falls into two parts, and the pair is
 * light, less than `bridgeMilliBits` above the threshold; twice as much where both parts have two
 * records or more, for then most pairs across speak against it. A person should look at them.
 * Indexes of pairs; what a rule or a person decided is no question.
 */
export function findWeakBridges(
  prepared: PreparedComparison,
  pairs: GraphedPairs,
  clusters: ClusteredRecords,
): ReadonlySet<number> {
  const { match } = thresholdsOf(prepared.table, prepared.model);
  const margin = prepared.model.cluster.bridgeMilliBits;
  const isLighter = (pair: number, than: number): boolean =>
    intAt(pairs.weight, pair) < than && intAt(pairs.rules, pair) === 0;
  const bridges = new Set<number>();
  for (const joins of suspectClusters(pairs, clusters, match + 2 * margin)) {
    const members = new Set(joins.flatMap(({ left, right }) => [left, right]));
    if (members.size < leastMembers) continue;
    const neighbours = neighboursIn(joins);
    for (const { left, right, pair } of joins) {
      if (pair < 0 || !isLighter(pair, match + 2 * margin)) continue;
      const part = reachable(neighbours, left, pair);
      if (part.has(right)) continue;
      const isBetweenGroups = Math.min(part.size, members.size - part.size) > 1;
      if (isLighter(pair, match + (isBetweenGroups ? 2 : 1) * margin)) bridges.add(pair);
    }
  }
  return bridges;
}

/** What joins each cluster of some records that may hang by a light match, cluster by cluster. */
function suspectClusters(
  pairs: GraphedPairs,
  { roots, decided }: ClusteredRecords,
  lighterThan: number,
): Join[][] {
  const sizes = sizesWithJoined(roots, decided);
  const isJoin = (pair: number): boolean => {
    const root = intAt(roots, intAt(pairs.left, pair));
    if (pairs.verdict[pair] !== verdicts.match || intAt(sizes, root) < leastMembers) return false;
    return root === intAt(roots, intAt(pairs.right, pair));
  };
  const suspects = new Map<number, Join[]>();
  for (let pair = 0; pair < pairs.left.length; pair += 1) {
    if (!isJoin(pair) || intAt(pairs.weight, pair) >= lighterThan) continue;
    if (hasThird(pairs, pair, isJoin)) continue;
    suspects.set(intAt(roots, intAt(pairs.left, pair)), []);
  }
  const add = (join: Join): void => {
    suspects.get(intAt(roots, join.left))?.push(join);
  };
  for (let pair = 0; pair < pairs.left.length; pair += 1) {
    if (isJoin(pair)) add({ left: intAt(pairs.left, pair), right: intAt(pairs.right, pair), pair });
  }
  for (const { left, right, same } of decided) if (same) add({ left, right, pair: -1 });
  return [...suspects.values()];
}

/**
 * Whether some record is joined to both records of a pair: then nothing hangs by the pair. Nine of ten
 * clusters with a light match need no further search after that.
 */
function hasThird(
  { left, right, graph }: GraphedPairs,
  pair: number,
  isJoin: (pair: number) => boolean,
): boolean {
  const { offsets, neighbours, pairs } = graph;
  const record = intAt(left, pair);
  const other = intAt(right, pair);
  const end = intAt(offsets, record + 1);
  const otherEnd = intAt(offsets, other + 1);
  for (let at = intAt(offsets, record); at < end; at += 1) {
    const third = intAt(neighbours, at);
    if (third === other || !isJoin(intAt(pairs, at))) continue;
    for (let place = intAt(offsets, other); place < otherEnd; place += 1) {
      if (neighbours[place] === third && isJoin(intAt(pairs, place))) return true;
    }
  }
  return false;
}

/** Sizes of clusters at their roots; one more where people joined a record of another cluster. */
function sizesWithJoined(roots: Int32Array, decided: readonly DecidedPair[]): Int32Array {
  const sizes = clusterSizes(roots);
  for (const { left, right, same } of decided) {
    const root = intAt(roots, left);
    if (same && root !== roots[right]) sizes[root] = intAt(sizes, root) + 1;
  }
  return sizes;
}

type Neighbours = ReadonlyMap<number, readonly { readonly other: number; readonly pair: number }[]>;

function neighboursIn(joins: readonly Join[]): Neighbours {
  const neighbours = new Map<number, { other: number; pair: number }[]>();
  const add = (record: number, other: number, pair: number): void => {
    const known = neighbours.get(record);
    if (known === undefined) neighbours.set(record, [{ other, pair }]);
    else known.push({ other, pair });
  };
  for (const { left, right, pair } of joins) {
    add(left, right, pair);
    add(right, left, pair);
  }
  return neighbours;
}

/** The records that hang together with one when a pair is taken away. */
function reachable(neighbours: Neighbours, from: number, without: number): ReadonlySet<number> {
  const reached = new Set([from]);
  // A set grows while it is walked.
  for (const record of reached) {
    for (const { other, pair } of neighbours.get(record) ?? []) {
      if (pair !== without) reached.add(other);
    }
  }
  return reached;
}
