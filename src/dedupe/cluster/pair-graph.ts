import type { ComparedPairs } from "../compare-pairs.ts";
import { intAt } from "../element-at.ts";
import { accumulate, ascending } from "../growing-array.ts";
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

/** Pairs in the order of their records, and whose neighbours they are. */
export interface GraphedPairs extends ComparedPairs {
  readonly graph: PairGraph;
}

/** Neighbours of every record among the compared pairs. */
export function buildPairGraph({ left, right }: ComparedPairs, size: number): PairGraph {
  const offsets = neighbourOffsets(left, right, size);
  const neighbours = new Int32Array(left.length * 2);
  const pairs = new Int32Array(left.length * 2);
  const next = offsets.slice();
  for (let pair = 0; pair < left.length; pair += 1) {
    const record = intAt(left, pair);
    const other = intAt(right, pair);
    const at = intAt(next, record);
    const otherAt = intAt(next, other);
    neighbours[at] = other;
    neighbours[otherAt] = record;
    pairs[at] = pair;
    pairs[otherAt] = pair;
    next[record] = at + 1;
    next[other] = otherAt + 1;
  }
  return { offsets, neighbours, pairs };
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

function neighbourOffsets(left: Int32Array, right: Int32Array, size: number): Int32Array {
  const offsets = new Int32Array(size + 1);
  for (let pair = 0; pair < left.length; pair += 1) {
    const next = intAt(left, pair) + 1;
    const otherNext = intAt(right, pair) + 1;
    offsets[next] = intAt(offsets, next) + 1;
    offsets[otherNext] = intAt(offsets, otherNext) + 1;
  }
  accumulate(offsets);
  return offsets;
}

/** The pairs of one verdict, heaviest first; ties in the order of the pairs. */
export function heaviestFirst({ weight, verdict }: ComparedPairs, asked: number): Int32Array {
  let heaviest = 0;
  for (let pair = 0; pair < weight.length; pair += 1) {
    heaviest = Math.max(heaviest, intAt(weight, pair));
  }
  const lightness = weight.map((each) => heaviest - each);
  const chosen = ascending(weight.length).filter((pair) => verdict[pair] === asked);
  return sortedBy(chosen, lightness);
}

/** The same pairs sorted by their records, left ones first. */
export function inRecordOrder(pairs: ComparedPairs): ComparedPairs {
  const { left, right, weight, verdict, rules } = pairs;
  const order = sortedBy(sortedBy(ascending(left.length), right), left);
  return {
    ...pairs,
    left: picked(left, order),
    right: picked(right, order),
    weight: picked(weight, order),
    verdict: picked(verdict, order),
    rules: picked(rules, order),
  };
}

function picked(values: Int32Array, order: Int32Array): Int32Array {
  const result = new Int32Array(order.length);
  for (let at = 0; at < order.length; at += 1) result[at] = intAt(values, intAt(order, at));
  return result;
}
