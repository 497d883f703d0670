import { describe, expect, test } from "vitest";
import { measureBaselines } from "./baselines.ts";
import { createDataset } from "./dataset.ts";
import { measureSearch } from "./measure-search.ts";

/**
 * The gate on quality: 20,000 invented rows, once with their credit codes and once without. The
 * limits lie a little below what is reached; `results/` has the figures of a million rows.
 */
describe.each([
  ["with credit codes", false, 0.985],
  ["with credit codes masked", true, 0.98],
] as const)("20,000 rows %s", (_, isMasked, completeness) => {
  const dataset = createDataset({ count: 20_000, seed: 11, isMasked });
  const { prepared, quality } = measureSearch(dataset, "normal");

  test("find nearly all pairs among few candidates", () => {
    expect(quality.pairCompleteness).toBeGreaterThan(completeness);
    expect(quality.candidatesPerRecord).toBeLessThan(15);
  });

  test("become clusters that are right", () => {
    expect(quality.pairs.f1).toBeGreaterThan(0.97);
    expect(quality.bCubed.f1).toBeGreaterThan(0.985);
    expect(quality.largest).toBeLessThanOrEqual(2 * quality.trueLargest);
  });

  test("match by themselves only where it is nearly certain", () => {
    expect(quality.auto.precision).toBeGreaterThan(0.994);
    expect(quality.auto.recall).toBeGreaterThan(0.9);
    expect(quality.reviewLoad).toBeLessThan(0.05);
  });

  test("never mix credit codes or branches", () => {
    expect(quality.clustersWithTwoCodes).toBe(0);
    expect(quality.clustersWithTwoBranches).toBe(0);
  });

  test("keep apart what only looks alike", () => {
    for (const { name, pairs, together } of quality.kin) {
      if (pairs >= 100) expect({ name, isApart: together < 0.05 }).toEqual({ name, isApart: true });
    }
  });

  test("are too hard for equal names and for any string measure at its best threshold", () => {
    for (const { pairs } of measureBaselines(prepared, dataset.labels)) {
      expect(pairs.f1).toBeLessThan(0.9);
    }
  });
});
