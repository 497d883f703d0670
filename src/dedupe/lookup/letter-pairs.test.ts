import { expect, test } from "vitest";
import { Dictionary } from "../dictionary.ts";
import { forEachPair, indexPairs, textsWithPair } from "./letter-pairs.ts";
import { createNearestTexts } from "./nearest-texts.ts";

function poolOf(texts: readonly string[]): Dictionary {
  const dictionary = new Dictionary();
  for (const text of texts) dictionary.idOf(text);
  return dictionary;
}

test("letters that changed places give the same pair; a pair finds each text once", () => {
  const dictionary = poolOf(["康泰泰康", "泰康", "华宸"]);
  const pool = dictionary.finish();
  const index = indexPairs(pool, Int32Array.from([1, 2, 3]));
  const pairs: number[] = [];
  forEachPair(pool, dictionary.idOf("泰康"), (pair) => pairs.push(pair));
  const [start, end] = textsWithPair(index, pairs[0] ?? 0);
  expect([...index.texts.subarray(start, end)]).toEqual([1, 2]);
  expect(textsWithPair(index, 1)).toEqual([0, 0]);
});

test("the texts that share the rarest pairs come first, and a search leaves nothing behind", () => {
  const dictionary = poolOf(["苏州华宸精密", "苏州明远精密", "无锡启航贸易", "苏州华宸密精"]);
  const pool = dictionary.finish();
  const nearest = createNearestTexts(indexPairs(pool, Int32Array.from([1, 2, 3])), pool);
  expect(nearest(4)[0]).toBe(1);
  expect(nearest(3)).toEqual([3]);
  expect(nearest(4)[0]).toBe(1);
});
