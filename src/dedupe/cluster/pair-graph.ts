import type { ComparedPairs } from "../compare-pairs.ts";
import { accumulate } from "../growing-array.ts";
import { verdicts } from "../judge-pair.ts";
import { matchPerMille } from "./match-probability.ts";

/** The kept pairs as neighbours of each record, both ways (CSR), with their probability. */
export interface PairGraph {
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  readonly perMille: Int32Array;
  /** Which pair each neighbour comes from. */
  readonly pairs: Int32Array;
}

/** Neighbours of every record among the compared pairs. */
export function buildPairGraph(pairs: ComparedPairs, size: number): PairGraph {
  const offsets = neighbourOffsets(pairs, size);
  const neighbours = new Int32Array(pairs.left.length * 2);
  const perMille = new Int32Array(pairs.left.length * 2);
  const pairsOf = new Int32Array(pairs.left.length * 2);
  const next = offsets.slice();
  const add = (record: number, neighbour: number, pair: number): void => {
    const at = next[record] ?? 0;
    neighbours[at] = neighbour;
    perMille[at] = probabilityOf(pairs, pair);
    pairsOf[at] = pair;
    next[record] = at + 1;
  };
  for (let pair = 0; pair < pairs.left.length; pair += 1) {
    const left = pairs.left[pair] ?? 0;
    const right = pairs.right[pair] ?? 0;
    add(left, right, pair);
    add(right, left, pair);
  }
  return { offsets, neighbours, perMille, pairs: pairsOf };
}

function probabilityOf({ weight, verdict }: ComparedPairs, pair: number): number {
  return likelihood(weight[pair] ?? 0, verdict[pair] ?? 0);
}

/** The probability behind a verdict: what a rule leaves to a person is an even chance at best. */
export function likelihood(weight: number, verdict: number): number {
  const perMille = matchPerMille(weight);
  return verdict === verdicts.match ? perMille : Math.min(perMille, 500);
}

function neighbourOffsets({ left, right }: ComparedPairs, size: number): Int32Array {
  const offsets = new Int32Array(size + 1);
  for (const records of [left, right]) {
    for (const record of records) offsets[record + 1] = (offsets[record + 1] ?? 0) + 1;
  }
  accumulate(offsets);
  return offsets;
}

/** The pairs of one verdict, heaviest first; ties by their records. */
export function heaviestFirst(pairs: ComparedPairs, verdict: number): Int32Array {
  const chosen: number[] = [];
  for (let pair = 0; pair < pairs.verdict.length; pair += 1) {
    if (pairs.verdict[pair] === verdict) chosen.push(pair);
  }
  const { weight, left, right } = pairs;
  return Int32Array.from(chosen).sort(
    (a, b) =>
      (weight[b] ?? 0) - (weight[a] ?? 0) ||
      (left[a] ?? 0) - (left[b] ?? 0) ||
      (right[a] ?? 0) - (right[b] ?? 0),
  );
}
