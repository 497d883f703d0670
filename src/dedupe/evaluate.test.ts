import { expect, test } from "vitest";
import { evaluateClusters, evaluatePairs } from "./evaluate.ts";

const truth = new Map([
  ["1", "A"],
  ["2", "A"],
  ["3", "A"],
  ["4", "B"],
]);
const clusters = new Map([
  ["1", "x"],
  ["2", "x"],
  ["3", "y"],
  ["4", "y"],
]);

test("counts pairs and records of clusters against the truth", () => {
  const { pairs, bCubed, records } = evaluateClusters(clusters, truth);
  expect(records).toBe(4);
  expect([pairs.precision.value, pairs.recall.value]).toEqual([1 / 2, 1 / 3]);
  expect(pairs.f1).toBeCloseTo(0.4);
  expect(bCubed.precision.value).toBeCloseTo(0.75);
  expect(bCubed.recall.value).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4);
});

test("leaves records out that the clusters do not hold", () => {
  expect(evaluateClusters(clusters, new Map([["9", "A"]])).records).toBe(0);
});

test("measures labelled pairs and says how sure it is", () => {
  const labels = [
    { left: "1", right: "2", same: true },
    { left: "3", right: "4", same: false },
    { left: "1", right: "3", same: true },
  ];
  const { precision, recall } = evaluatePairs(clusters, labels);
  expect([precision.value, recall.value]).toEqual([0.5, 0.5]);
  expect(precision.low).toBeCloseTo(0.0945, 3);
  expect(precision.high).toBeCloseTo(0.9055, 3);
});

test("counts a pair of a sample for those it stands for, and is less sure", () => {
  const labels = (weights: readonly [number, number], same: boolean) => [
    { left: "1", right: "2", same: true, standsFor: weights[0] },
    { left: "3", right: "4", same, standsFor: weights[1] },
  ];
  expect(evaluatePairs(clusters, labels([90, 10], false)).precision.value).toBeCloseTo(0.9);
  const [uneven, even] = (
    [
      [90, 10],
      [50, 50],
    ] as const
  ).map((weights) => evaluatePairs(clusters, labels(weights, true)).precision);
  expect(uneven?.low).toBeLessThan(even?.low ?? 0);
});
