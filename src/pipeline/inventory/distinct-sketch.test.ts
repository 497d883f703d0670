import fc from "fast-check";
import { expect, test } from "vitest";
import { textHash } from "../../text/text-hash.ts";
import {
  countOf,
  DistinctSketch,
  onlyInOne,
  presenceIn,
  sharedCount,
  unionCount,
  type Distinct,
} from "./distinct-sketch.ts";

function sketchOf(values: Iterable<string | number>, keep = 1_000): Distinct {
  const sketch = new DistinctSketch(keep);
  for (const value of values) sketch.add(textHash(String(value)));
  return sketch.distinct();
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

test("counts exactly what sets count, as long as they are small", () => {
  const texts = fc.array(fc.string({ maxLength: 3 }));
  fc.assert(
    fc.property(texts, texts, (left, right) => {
      const [a, b] = [new Set(left), new Set(right)];
      const [one, other] = [sketchOf(left), sketchOf(right)];
      const presence = presenceIn([one, other]);
      expect(countOf(one)).toEqual({ count: a.size, exact: true });
      expect(sharedCount(one, other).count).toBe([...a].filter((text) => b.has(text)).length);
      expect(unionCount(presence).count).toBe(new Set([...a, ...b]).size);
      expect(onlyInOne(one, presence).count).toBe([...a].filter((text) => !b.has(text)).length);
    }),
  );
});

test("does not depend on the order of the values", () => {
  const values = range(0, 9_000);
  expect(sketchOf(values.toReversed())).toEqual(sketchOf(values));
});

test.each([
  [20_000, 1_000, "many more values than are kept"],
  [3_000, 1_000, "a few more"],
  [100_000, 16_384, "as a column keeps them"],
])("estimates %i values from %i: %s", (size, keep) => {
  const { count, exact } = countOf(sketchOf(range(0, size), keep));
  expect(exact).toBe(false);
  // Four standard errors.
  expect(Math.abs(count - size)).toBeLessThan((4 * size) / Math.sqrt(keep));
});

test("estimates what two large sets share, and what only one has", () => {
  const [left, right] = [sketchOf(range(0, 50_000)), sketchOf(range(30_000, 80_000))];
  const shared = sharedCount(left, right);
  expect(shared.exact).toBe(false);
  expect(Math.abs(shared.count - 20_000)).toBeLessThan(3_000);
  const presence = presenceIn([left, right]);
  expect(Math.abs(unionCount(presence).count - 80_000)).toBeLessThan(9_000);
  expect(Math.abs(onlyInOne(left, presence).count - 30_000)).toBeLessThan(4_000);
});

test("a small table and a large one are compared as far as the large one is known", () => {
  const { count, exact } = sharedCount(sketchOf(range(0, 500)), sketchOf(range(0, 20_000)));
  expect(exact).toBe(false);
  expect(Math.abs(count - 500)).toBeLessThan(400);
});
