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
  const chosen = new Int32Array(weight.length);
  const lightness = new Int32Array(weight.length);
  let [count, heaviest] = [0, 0];
  for (let pair = 0; pair < weight.length; pair += 1) {
    if (verdict[pair] !== asked) continue;
    chosen[count] = pair;
    count += 1;
    heaviest = Math.max(heaviest, intAt(weight, pair));
  }
  for (let at = 0; at < count; at += 1) {
    const pair = intAt(chosen, at);
    lightness[pair] = heaviest - intAt(weight, pair);
  }
  return sortedBy(chosen.subarray(0, count), lightness);
}

/** The same pairs sorted by their records, left ones first. */
export function inRecordOrder(pairs: ComparedPairs): ComparedPairs {
  const { left, right, weight, verdict, rules } = pairs;
  const order = sortedBy(ascending(left.length), left);
  for (let start = 0, end = 1; start < order.length; start = end, end += 1) {
    const record = left[intAt(order, start)];
    while (end < order.length && left[intAt(order, end)] === record) end += 1;
    sortRun(order, { start, end }, right);
  }
  return {
    ...pairs,
    left: picked(left, order),
    right: picked(right, order),
    weight: picked(weight, order),
    verdict: picked(verdict, order),
    rules: picked(rules, order),
  };
}

/** Runs up to this length are sorted by insertion. */
const shortRun = 32;

/** Sorts a run of an order by the value each one has; equal ones keep their order. */
function sortRun(
  order: Int32Array,
  { start, end }: { readonly start: number; readonly end: number },
  values: Int32Array,
): void {
  if (end - start > shortRun) {
    order.subarray(start, end).sort((a, b) => intAt(values, a) - intAt(values, b) || a - b);
    return;
  }
  for (let at = start + 1; at < end; at += 1) {
    const moved = intAt(order, at);
    const value = intAt(values, moved);
    let place = at;
    for (; place > start && intAt(values, intAt(order, place - 1)) > value; place -= 1) {
      order[place] = intAt(order, place - 1);
    }
    order[place] = moved;
  }
}

function picked(values: Int32Array, order: Int32Array): Int32Array {
  const result = new Int32Array(order.length);
  for (let at = 0; at < order.length; at += 1) result[at] = intAt(values, intAt(order, at));
  return result;
}
