import { expect, test } from "vitest";
import { affordableCap } from "./affordable-cap.ts";

/** Where groups start and end: so many of each size. */
function boundsOf(groups: readonly (readonly [groups: number, size: number])[]): Int32Array {
  const all = groups.flatMap(([count, size]) => Array.from({ length: count }, () => size));
  let start = 0;
  return Int32Array.from(all.flatMap((size) => [start, (start += size)]));
}

const many = [
  [1, 60],
  [800, 50],
  [5400, 20],
] as const;

test.each<[readonly (readonly [number, number])[], number, number, string]>([
  [[], 1000, 60, "no groups"],
  [[[1, 60]], 100, 60, "1,770 pairs in a small table"],
  [[[800, 50]], 1000, 60, "a million pairs are compared anyway"],
  [
    [
      [800, 50],
      [100, 20],
    ],
    1000,
    60,
    "to the last one",
  ],
  [
    [
      [800, 50],
      [200, 20],
    ],
    1000,
    49,
    "more are not: the largest go first",
  ],
  [many, 1000, 19, "and the next ones"],
  [many, 2_007_770, 60, "a large table affords more"],
  [many, 2_007_769, 59, "to the pair"],
  [[[10_000, 61]], 1000, 60, "groups above the cap do not count"],
])("%j in a table of %i rows: %i, %s", (groups, rows, cap) => {
  expect(affordableCap({ cap: 60, mostPairsPerRow: 1 }, boundsOf(groups), rows)).toBe(cap);
});

test("a family that asks nothing keeps its cap", () => {
  const all = { cap: 60, mostPairsPerRow: undefined };
  expect(affordableCap(all, boundsOf([[10_000, 50]]), 1000)).toBe(60);
});
