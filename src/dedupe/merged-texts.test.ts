import { expect, test } from "vitest";
import { Dictionary } from "./dictionary.ts";
import { MergedTexts } from "./merged-texts.ts";
import { poolSize, textAt, type TextPool } from "./text-pool.ts";

const first = poolOf(["宏远", "华宸"]);

test.each([
  [[], [], [], "no part"],
  [[first], [undefined], ["宏远", "华宸"], "a single part keeps its ids"],
  [
    [first, poolOf(["安瑞", "宏远"]), poolOf(["安瑞"])],
    [undefined, [0, 3, 1], [0, 3]],
    ["宏远", "华宸", "安瑞"],
    "a text of several parts has one id",
  ],
])("case %#", (pools, ids, texts) => {
  const merged = new MergedTexts();
  expect(pools.map((pool) => merged.add(pool)).map((each) => each && [...each])).toEqual(ids);
  const pool = merged.finish();
  expect(textsOf(pool)).toEqual(texts);
});

function poolOf(texts: readonly string[]): TextPool {
  const dictionary = new Dictionary();
  for (const text of texts) dictionary.idOf(text);
  return dictionary.finish();
}

function textsOf(pool: TextPool): string[] {
  return Array.from({ length: poolSize(pool) - 1 }, (_, at) => textAt(pool, at + 1));
}
