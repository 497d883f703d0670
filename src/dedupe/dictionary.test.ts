import fc from "fast-check";
import { expect, test } from "vitest";
import { Dictionary } from "./dictionary.ts";
import { TextPoolBuilder, type TextPool } from "./text-pool.ts";

function poolOf(texts: readonly string[]): TextPool {
  const builder = new TextPoolBuilder();
  for (const text of texts) builder.add(text);
  return builder.finish();
}

test.each([
  [["华宸", "宏远"], ["宏远", "", "华晨", "华宸", "宏远"], [2, 0, 0, 1, 2], "by their ids here"],
  [[], ["华宸"], [0], "in an empty dictionary"],
  [["华宸"], [], [], "nothing"],
])("the texts of %j among %j: %j, %s", (own, texts, ids) => {
  expect([...Dictionary.of(poolOf(own), 0).findAll(poolOf(texts))]).toEqual([0, ...ids]);
});

test("all texts of a pool are found as they are one by one, and none is added", () => {
  const texts = fc.uniqueArray(fc.string({ unit: "binary", minLength: 1, maxLength: 3 }), {
    maxLength: 600,
  });
  fc.assert(
    fc.property(texts, texts, (own, others) => {
      const dictionary = Dictionary.of(poolOf(own), 0);
      const found = dictionary.findAll(poolOf(others));
      expect([...found]).toEqual([0, ...others.map((each) => dictionary.find(each))]);
      expect(dictionary.size).toBe(own.length + 1);
    }),
    { numRuns: 50 },
  );
});
