import type { Labels } from "./dataset.ts";

/** Shares of pairs or records, and their harmonic mean. */
export interface Shares {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How good clusters are. */
export interface Quality {
  readonly pairs: Shares;
  readonly bCubed: Shares;
  readonly largest: number;
  readonly trueLargest: number;
}

/**
 * Compares clusters (root of each record) with the truth. Overlaps are counted on sorted
 * (root, company) keys: no map grows with the records.
 */
export function measureClusters(roots: Int32Array, { company }: Pick<Labels, "company">): Quality {
  const clusterSizes = sizesOf(roots);
  const companySizes = sizesOf(company);
  const keys = Float64Array.from(
    roots,
    (root, at) => root * 0x8000_0000 + (company[at] ?? 0),
  ).sort();
  let [hits, precision, recall] = [0, 0, 0];
  for (let start = 0; start < keys.length;) {
    let end = start + 1;
    while (end < keys.length && keys[end] === keys[start]) end += 1;
    const key = keys[start] ?? 0;
    const overlap = end - start;
    hits += pairsAmong(overlap);
    precision += overlap ** 2 / (clusterSizes[Math.floor(key / 0x8000_0000)] ?? 1);
    recall += overlap ** 2 / (companySizes[key % 0x8000_0000] ?? 1);
    start = end;
  }
  return {
    pairs: shares(hits / pairsOf(clusterSizes), hits / pairsOf(companySizes)),
    bCubed: shares(precision / roots.length, recall / roots.length),
    largest: largestOf(clusterSizes),
    trueLargest: largestOf(companySizes),
  };
}

/** Precision, recall and F1; no pair found is no precision. */
export function shares(precision: number, recall: number): Shares {
  const total = precision + recall;
  return { precision, recall, f1: total > 0 ? (2 * precision * recall) / total : 0 };
}

/** Records by id. */
export function sizesOf(ids: Int32Array): Int32Array {
  const sizes = new Int32Array(largestOf(ids) + 1);
  for (const id of ids) sizes[id] = (sizes[id] ?? 0) + 1;
  return sizes;
}

/** Pairs within groups of these sizes. */
export function pairsOf(sizes: Int32Array): number {
  let pairs = 0;
  for (const size of sizes) pairs += pairsAmong(size);
  return pairs;
}

function pairsAmong(size: number): number {
  return (size * (size - 1)) / 2;
}

function largestOf(values: Int32Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, value);
  return largest;
}
