import type { ComparedPairs } from "../compare-pairs.ts";
import { accumulate } from "../growing-array.ts";
import { verdicts } from "../judge-pair.ts";
import { sortedBy } from "../record-order.ts";
import { matchPerMille } from "./match-probability.ts";

/** The kept pairs as neighbours of each record, both ways (CSR). */
export interface PairGraph {
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  /** Which pair each neighbour comes from. */
  readonly pairs: Int32Array;
}

/** Neighbours of every record among the compared pairs. */
export function buildPairGraph(pairs: ComparedPairs, size: number): PairGraph {
  const offsets = neighbourOffsets(pairs, size);
  const neighbours = new Int32Array(pairs.left.length * 2);
  const pairsOf = new Int32Array(pairs.left.length * 2);
  const next = offsets.slice();
  const add = (record: number, neighbour: number, pair: number): void => {
    const at = next[record] ?? 0;
    neighbours[at] = neighbour;
    pairsOf[at] = pair;
    next[record] = at + 1;
  };
  for (let pair = 0; pair < pairs.left.length; pair += 1) {
    const left = pairs.left[pair] ?? 0;
    const right = pairs.right[pair] ?? 0;
    add(left, right, pair);
    add(right, left, pair);
  }
  return { offsets, neighbours, pairs: pairsOf };
}

/** The probability behind a kept pair. */
export function probabilityOf({ weight, verdict }: ComparedPairs, pair: number): number {
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
  const { left, right, weight } = pairs;
  let heaviest = 0;
  for (const each of weight) heaviest = Math.max(heaviest, each);
  const lightness = weight.map((each) => heaviest - each);
  const chosen = left.map((_, pair) => pair).filter((pair) => pairs.verdict[pair] === verdict);
  return sortedByAll(chosen, [right, left, lightness]);
}

/** The pairs in the order of their records. */
export function byRecords({ left, right }: ComparedPairs): Int32Array {
  return sortedByAll(
    left.map((_, pair) => pair),
    [right, left],
  );
}

/** Pairs sorted by one column after the other, so that the last one counts most. */
function sortedByAll(pairs: Int32Array, columns: readonly Int32Array[]): Int32Array {
  return columns.reduce((sorted, values) => sortedBy(sorted, values), pairs);
}
