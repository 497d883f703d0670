import { expect, test } from "vitest";
import { countLabel, observeBy } from "./column-vote.ts";

test("values are counted by what they say, and silent ones are not", () => {
  const observe = observeBy({
    labelOf: (value) => value.slice(0, 1),
    decide: (counts) => [...counts],
  });
  expect(observe(["ax", "b", "", "ay"])).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
});

test("counts of several threads add up", () => {
  const counts = new Map([["a", 2]]);
  countLabel("a", counts, 3);
  countLabel("", counts, 5);
  expect(counts).toEqual(new Map([["a", 5]]));
});
