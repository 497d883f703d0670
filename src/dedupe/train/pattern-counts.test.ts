import fc from "fast-check";
import { expect, test } from "vitest";
import { createPatternCounter, joinPatternCounts, type PatternCounts } from "./pattern-counts.ts";

interface CountedPair {
  readonly codes: readonly number[];
  readonly milliBits: number;
  readonly label: number;
}

function countAll(pairs: readonly CountedPair[]): PatternCounts {
  const counter = createPatternCounter(2);
  for (const { codes, milliBits, label } of pairs) {
    counter.add(Int32Array.from(codes), milliBits, label);
  }
  return counter.finish();
}

test("pairs are counted by levels, whole bits of rarity and label", () => {
  const pair = { codes: [1, 2 | (7 << 8)], milliBits: 1400, label: 0 };
  const patterns = countAll([
    pair,
    { ...pair, milliBits: 900 },
    { ...pair, label: 2 },
    { ...pair, codes: [1, 3] },
  ]);
  expect(patterns.patterns).toBe(2);
  expect(Array.from(patterns.levels)).toEqual([1, 2, 1, 3]);
  expect(Array.from(patterns.rarityBits)).toEqual([1, 1]);
  expect(Array.from(patterns.counts)).toEqual([2, 0, 1, 1, 0, 0]);
});

test("counts of consecutive ranges, joined, are those of all pairs, in their order", () => {
  const pair = fc.record({
    codes: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 * 256 + 3 })),
    milliBits: fc.integer({ min: -3000, max: 3000 }),
    label: fc.integer({ min: 0, max: 2 }),
  });
  const ranges = fc.array(fc.array(pair, { maxLength: 30 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(ranges, (parts) => {
      expect(joinPatternCounts(parts.map(countAll))).toEqual(countAll(parts.flat()));
    }),
  );
});
