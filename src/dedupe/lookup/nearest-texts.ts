import type { TextPool } from "../text-pool.ts";
import { rarityOfCount } from "../rarities/rarity.ts";
import { forEachPair, textsWithPair, type LetterPairs } from "./letter-pairs.ts";

/** Gives the ids of the texts that share most with a text, best first, ties by id. */
export type NearestTexts = (id: number) => readonly number[];

/** Pairs of letters that more texts have (有限, 公司) tell nothing and cost the most. */
const commonest = 2000;
const mostTexts = 24;

/**
 * Binds an index to a search: shared pairs of letters count by their rarity. Counters are kept
 * between searches and cleaned behind each, so that nothing is allocated by the size of the list.
 */
export function createNearestTexts(index: LetterPairs, pool: TextPool): NearestTexts {
  const weights = new Int32Array(pool.offsets.length);
  const touched: number[] = [];
  return (id) => {
    forEachPair(pool, id, (pair) => {
      const [start, end] = textsWithPair(index, pair);
      if (end - start > commonest) return;
      const bits = rarityOfCount(index.size, end - start) >> 2;
      for (let at = start; at < end; at += 1) {
        const text = index.texts[at] ?? 0;
        if (weights[text] === 0) touched.push(text);
        weights[text] = (weights[text] ?? 0) + bits + 1;
      }
    });
    const best = mostHeavy(touched, weights);
    for (const text of touched) weights[text] = 0;
    touched.length = 0;
    return best;
  };
}

/** Only what comes near the heaviest is worth a closer look. */
function mostHeavy(touched: readonly number[], weights: Int32Array): number[] {
  let most = 0;
  for (const text of touched) most = Math.max(most, weights[text] ?? 0);
  return touched
    .filter((text) => (weights[text] ?? 0) * 2 >= most)
    .toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, mostTexts);
}
