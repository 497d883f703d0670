import { expect, test } from "vitest";
import type { MatchedPair } from "../model/golden.ts";
import { drawSample } from "./draw-sample.ts";

const pair = (at: number, verdict: "match" | "possible", bits: number): MatchedPair => ({
  left: `a:${at}`,
  right: `b:${at}`,
  weightMilliBits: bits * 1000,
  verdict,
  reason: "",
  rules: [],
});
const pairs = [
  ...Array.from({ length: 300 }, (_, at) => pair(at, "match", 20)),
  ...Array.from({ length: 100 }, (_, at) => pair(1000 + at, "possible", 1)),
  ...Array.from({ length: 4 }, (_, at) => pair(2000 + at, "match", 3)),
];

test("draws as many of each kind as there are, and each stands for its share", () => {
  const sample = drawSample(pairs, 44);
  expect(sample).toHaveLength(44);
  const weights = new Map<number, number>();
  for (const { standsFor } of sample) weights.set(standsFor, (weights.get(standsFor) ?? 0) + 1);
  expect(weights).toEqual(
    new Map([
      [15, 20],
      [5, 20],
      [1, 4],
    ]),
  );
  const total = sample.reduce((sum, { standsFor }) => sum + standsFor, 0);
  expect(total).toBe(pairs.length);
});

test("says of which kind each pair is", () => {
  const kinds = new Map(drawSample(pairs, 44).map(({ stratum }) => [stratum.name, stratum.pairs]));
  expect(kinds).toEqual(
    new Map([
      ["match 3", 300],
      ["possible", 100],
      ["match 1", 4],
    ]),
  );
});

test("draws the same pairs in any order, and all of them where there are few", () => {
  expect(drawSample(pairs.toReversed(), 44)).toEqual(drawSample(pairs, 44));
  expect(drawSample(pairs.slice(0, 5), 44)).toHaveLength(5);
  expect(drawSample([], 44)).toEqual([]);
});
