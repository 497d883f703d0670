import fc from "fast-check";
import { expect, test } from "vitest";
import { Dictionary } from "../dictionary.ts";
import { rarityOfCount } from "../rarities/rarity.ts";
import type { TextPool } from "../text-pool.ts";
import { forEachPair, indexPairs, type LetterPairs } from "./letter-pairs.ts";
import { createNearestTexts } from "./nearest-texts.ts";

function poolOf(texts: readonly string[]): TextPool {
  const dictionary = new Dictionary();
  for (const text of texts) dictionary.idOf(text);
  return dictionary.finish();
}

const ids = Int32Array.from([1, 2, 3]);

function textsOf({ texts, offsets }: LetterPairs, pair: number): number[] {
  return [...texts.subarray(offsets[pair], offsets[pair + 1])];
}

test("letters that changed places give the same pair; a pair finds each text once", () => {
  const pool = poolOf(["康泰泰康", "泰康", "华宸", "康泰宸"]);
  const asked = Int32Array.of(4);
  const index = indexPairs(pool, { texts: ids, asked, most: 9 });
  const pairs: number[] = [];
  forEachPair(index, pool, 2, (pair) => pairs.push(pair));
  expect(pairs.map((pair) => textsOf(index, pair))).toEqual([[1, 2]]);
});

test("pairs that nobody asks for are not there, nor the texts of one that too many have", () => {
  const pool = poolOf(["苏州华宸", "苏州明远", "无锡华宸", "苏州宸"]);
  const index = indexPairs(pool, { texts: ids, asked: Int32Array.of(4), most: 1 });
  const pairs: number[] = [];
  forEachPair(index, pool, 1, (pair) => pairs.push(pair));
  expect(pairs.map((pair) => textsOf(index, pair))).toEqual([[]]);
});

test("the texts that share the rarest pairs come first, and a search leaves nothing behind", () => {
  const pool = poolOf(["苏州华宸精密", "苏州明远精密", "无锡启航贸易", "苏州华宸密精"]);
  const asked = Int32Array.from([3, 4]);
  const nearest = createNearestTexts(indexPairs(pool, { texts: ids, asked, most: 9 }), pool);
  expect(nearest(4)[0]).toBe(1);
  expect(nearest(3)).toEqual([3]);
  expect(nearest(4)[0]).toBe(1);
});

test("a text that has half of what the heaviest one has is near, though all of its pairs are common", () => {
  const others = ["乙丙", "乙丙丁", "乙丙戊", "己庚", "己辛", "己壬", "己癸"];
  const pool = poolOf(["甲乙", ...others, "甲乙丙"]);
  const texts = Int32Array.from([1, 2, 3, 4, 5, 6, 7, 8]);
  const index = indexPairs(pool, { texts, asked: Int32Array.of(9), most: 9 });
  expect(createNearestTexts(index, pool)(9)).toEqual([1, 2, 3, 4]);
});

const names = fc.uniqueArray(fc.stringMatching(/^[甲乙丙丁]{1,9}$/u), {
  minLength: 2,
  maxLength: 60,
});

test("a search that leaves texts out finds what weighing all of them would find", () => {
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 60 }), (texts, most) => {
      const pool = poolOf(texts);
      const all = Int32Array.from(texts, (_, at) => at + 1);
      const nearest = createNearestTexts(indexPairs(pool, { texts: all, asked: all, most }), pool);
      for (const [at, text] of texts.entries()) {
        expect(nearest(at + 1)).toEqual(nearestByAll(text, texts, most));
      }
    }),
  );
});

/** The same in the plainest way: every text is weighed by every pair. */
function nearestByAll(text: string, texts: readonly string[], most: number): number[] {
  const pairs = pairsOf(text).filter((pair) => countOf(pair, texts) <= most);
  const weighed = texts.map((other, at) => {
    const shared = pairs.filter((pair) => pairsOf(other).includes(pair));
    const weights = shared.map(
      (pair) => (rarityOfCount(texts.length, countOf(pair, texts)) >> 2) + 1,
    );
    return { id: at + 1, weight: weights.reduce((total, weight) => total + weight, 0) };
  });
  const heaviest = Math.max(...weighed.map(({ weight }) => weight));
  return weighed
    .filter(({ weight }) => weight > 0 && weight * 2 >= heaviest)
    .toSorted((a, b) => b.weight - a.weight || a.id - b.id)
    .slice(0, 24)
    .map(({ id }) => id);
}

function countOf(pair: string, texts: readonly string[]): number {
  return texts.filter((text) => pairsOf(text).includes(pair)).length;
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, at) => [letters[at] ?? "", letter].toSorted().join(""));
}
