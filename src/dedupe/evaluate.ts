import { estimateShare, type Estimate } from "./wilson.ts";

/** Precision and recall with 95% intervals, and their harmonic mean. */
export interface Measures {
  readonly precision: Estimate;
  readonly recall: Estimate;
  readonly f1: number;
  /** The harmonic means of the lower and of the upper bounds. */
  readonly f1Low: number;
  readonly f1High: number;
}

/** How good clusters are, by pairs of records and by records (B-cubed, Bagga and Baldwin 1998). */
export interface Evaluation {
  /** Records that both the clusters and the truth know; the others do not count. */
  readonly records: number;
  readonly pairs: Measures;
  readonly bCubed: Measures;
}

/** Two records of which a person said whether they are the same. */
export interface LabelledPair {
  readonly left: string;
  readonly right: string;
  readonly same: boolean;
  /** How many pairs it stands for in a stratified sample; 1 where nothing is said. */
  readonly standsFor?: number;
}

/** Record -> the cluster, or the entity, that it belongs to. */
export type Assignment = ReadonlyMap<string, string>;

/**
 * Compares clusters (record -> cluster) with the truth (record -> entity).
 * A cluster too large costs precision, an entity in two clusters costs recall.
 */
export function evaluateClusters(clusters: Assignment, truth: Assignment): Evaluation {
  const overlaps = countOverlaps(clusters, truth);
  return {
    records: overlaps.records,
    pairs: pairMeasures(overlaps),
    bCubed: bCubedMeasures(overlaps),
  };
}

/**
 * Compares clusters with labelled pairs; pairs with a record that no cluster holds do not count.
 * Pairs of a sample count for those they stand for, and the intervals widen accordingly.
 */
export function evaluatePairs(clusters: Assignment, labels: readonly LabelledPair[]): Measures {
  const together = createShare();
  const same = createShare();
  for (const { left, right, same: isSame, standsFor = 1 } of labels) {
    const cluster = clusters.get(left);
    const other = clusters.get(right);
    if (cluster === undefined || other === undefined) continue;
    if (cluster === other) together.add(isSame, standsFor);
    if (isSame) same.add(cluster === other, standsFor);
  }
  return measures(together.estimate(), same.estimate());
}

interface WeightedShare {
  add(isHit: boolean, weight: number): void;
  estimate(): Estimate;
}

/** A share of weighted cases; n is what as many equal ones would tell (Kish 1965). */
function createShare(): WeightedShare {
  let [hits, total, squares] = [0, 0, 0];
  return {
    add(isHit, weight) {
      hits += isHit ? weight : 0;
      total += weight;
      squares += weight * weight;
    },
    estimate() {
      if (total === 0) return estimateShare(0, 0);
      const cases = (total * total) / squares;
      return estimateShare((hits / total) * cases, cases);
    },
  };
}

interface Overlaps {
  readonly records: number;
  /** Records by cluster, by entity, and by both. */
  readonly byCluster: ReadonlyMap<string, number>;
  readonly byEntity: ReadonlyMap<string, number>;
  readonly byBoth: readonly Overlap[];
}

interface Overlap {
  readonly cluster: string;
  readonly entity: string;
  count: number;
}

function countOverlaps(clusters: Assignment, truth: Assignment): Overlaps {
  const byCluster = new Map<string, number>();
  const byEntity = new Map<string, number>();
  const byBoth = new Map<string, Overlap>();
  let records = 0;
  for (const [record, entity] of truth) {
    const cluster = clusters.get(record);
    if (cluster === undefined) continue;
    records += 1;
    increment(byCluster, cluster);
    increment(byEntity, entity);
    const key = JSON.stringify([cluster, entity]);
    const overlap = byBoth.get(key) ?? { cluster, entity, count: 0 };
    overlap.count += 1;
    byBoth.set(key, overlap);
  }
  return { records, byCluster, byEntity, byBoth: [...byBoth.values()] };
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairMeasures({ byCluster, byEntity, byBoth }: Overlaps): Measures {
  const hits = sum(byBoth.map(({ count }) => pairsAmong(count)));
  const found = sum([...byCluster.values()].map(pairsAmong));
  const wanted = sum([...byEntity.values()].map(pairsAmong));
  return measures(estimateShare(hits, found), estimateShare(hits, wanted));
}

/** The mean over records of the share of its cluster, or of its entity, that is right. */
function bCubedMeasures({ records, byCluster, byEntity, byBoth }: Overlaps): Measures {
  const precision = sum(byBoth.map((each) => each.count ** 2 / (byCluster.get(each.cluster) ?? 1)));
  const recall = sum(byBoth.map((each) => each.count ** 2 / (byEntity.get(each.entity) ?? 1)));
  return measures(estimateShare(precision, records), estimateShare(recall, records));
}

function measures(precision: Estimate, recall: Estimate): Measures {
  return {
    precision,
    recall,
    f1: harmonicMean(precision.value, recall.value),
    f1Low: harmonicMean(precision.low, recall.low),
    f1High: harmonicMean(precision.high, recall.high),
  };
}

function harmonicMean(left: number, right: number): number {
  return left + right === 0 ? 0 : (2 * left * right) / (left + right);
}

function pairsAmong(count: number): number {
  return (count * (count - 1)) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
