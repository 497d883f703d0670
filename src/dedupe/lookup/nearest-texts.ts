import { intAt } from "../element-at.ts";
import { rarityOfCount } from "../rarities/rarity.ts";
import type { TextPool } from "../text-pool.ts";
import { forEachPair, type LetterPairs } from "./letter-pairs.ts";

/** Gives the ids of the texts that share most with a text, best first, ties by id. */
export type NearestTexts = (id: number) => readonly number[];

/** Pairs of letters that more texts have (有限, 公司) tell nothing and cost the most. */
export const commonest = 2000;
const mostTexts = 24;

/** What the texts found so far weigh; kept between searches and cleaned behind each. */
interface Scales {
  readonly weights: Int32Array;
  readonly touched: Int32Array;
  count: number;
  /** What the heaviest text weighs. */
  most: number;
}

/** The texts that have one pair of the searched text, and what it adds to theirs. */
interface WeighedPair {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/**
 * Binds an index to a search: shared pairs of letters count by their rarity, the rarest first. When
 * all that are left could not bring a text near the heaviest one, no more texts are taken in: most
 * of the work would be about texts that have nothing but common pairs.
 */
export function createNearestTexts(index: LetterPairs, pool: TextPool): NearestTexts {
  const weights = new Int32Array(pool.offsets.length);
  const scales = { weights, touched: new Int32Array(weights.length), count: 0, most: 0 };
  return (id) => {
    const pairs = weighedPairs(index, pool, id);
    let left = pairs.reduce((total, { weight }) => total + weight, 0);
    for (const pair of pairs) {
      if (left * 2 >= scales.most) addTexts(scales, index.texts, pair);
      else addToTouched(scales, index.texts, pair);
      left -= pair.weight;
    }
    const best = mostHeavy(scales);
    for (let at = 0; at < scales.count; at += 1) weights[intAt(scales.touched, at)] = 0;
    scales.count = 0;
    scales.most = 0;
    return best;
  };
}

function weighedPairs(index: LetterPairs, pool: TextPool, id: number): WeighedPair[] {
  const pairs: WeighedPair[] = [];
  forEachPair(index, pool, id, (pair) => {
    const start = intAt(index.offsets, pair);
    const end = intAt(index.offsets, pair + 1);
    const weight = (rarityOfCount(index.size, end - start) >> 2) + 1;
    if (end > start) pairs.push({ start, end, weight });
  });
  return pairs.sort((a, b) => a.end - a.start - (b.end - b.start));
}

function addTexts(scales: Scales, texts: Int32Array, { start, end, weight }: WeighedPair): void {
  const { weights, touched } = scales;
  let { count, most } = scales;
  for (let at = start; at < end; at += 1) {
    const text = intAt(texts, at);
    const before = intAt(weights, text);
    if (before === 0) {
      touched[count] = text;
      count += 1;
    }
    weights[text] = before + weight;
    if (before + weight > most) most = before + weight;
  }
  scales.count = count;
  scales.most = most;
}

function addToTouched(
  scales: Scales,
  texts: Int32Array,
  { start, end, weight }: WeighedPair,
): void {
  const { weights } = scales;
  let { most } = scales;
  for (let at = start; at < end; at += 1) {
    const text = intAt(texts, at);
    const before = intAt(weights, text);
    if (before === 0) continue;
    weights[text] = before + weight;
    if (before + weight > most) most = before + weight;
  }
  scales.most = most;
}

/** Only what comes near the heaviest is worth a closer look. */
function mostHeavy({ weights, touched, count, most }: Scales): number[] {
  const near: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const text = intAt(touched, at);
    if (intAt(weights, text) * 2 >= most) near.push(text);
  }
  return near.sort((a, b) => intAt(weights, b) - intAt(weights, a) || a - b).slice(0, mostTexts);
}
