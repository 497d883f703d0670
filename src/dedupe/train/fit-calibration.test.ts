import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchPerMille, probabilityPerMille } from "../cluster/match-probability.ts";
import { calibrationError, fitCalibration } from "./fit-calibration.ts";
import type { WeighedLabel } from "./labelled-pairs.ts";

function label(weight: number, right: number, wrong: number): WeighedLabel[] {
  return Array.from({ length: right + wrong }, (_, at) => ({
    weight,
    isSame: at < right,
    isHeldOut: false,
  }));
}

describe("fitCalibration", () => {
  test("says nothing by few labels, nor by those that are held out", () => {
    expect(fitCalibration(label(3000, 199, 0))).toBeUndefined();
    const heldOut = label(3000, 900, 0).map((each) => ({ ...each, isHeldOut: true }));
    expect(fitCalibration(heldOut)).toBeUndefined();
  });

  test("tells the share of right pairs by weight, drawn a little towards the odds of the weight", () => {
    const steps = fitCalibration([...label(2500, 50, 50), ...label(7500, 990, 10)]);
    const perMilleOf = (weight: number) => probabilityPerMille({ calibration: steps }, weight);
    expect(perMilleOf(2500)).toBeGreaterThan(500);
    expect(perMilleOf(2500)).toBeLessThan(600);
    expect(perMilleOf(7500)).toBeGreaterThanOrEqual(988);
    expect(perMilleOf(-9000)).toBe(matchPerMille(-9000));
  });

  test("rises with the weight, whatever the labels", () => {
    const labels = fc.array(
      fc.record({ weight: fc.integer({ min: -3000, max: 15_000 }), isSame: fc.boolean() }),
      { minLength: 200, maxLength: 400 },
    );
    fc.assert(
      fc.property(labels, (labelled) => {
        const steps = fitCalibration(labelled.map((each) => ({ ...each, isHeldOut: false }))) ?? [];
        const perMille = steps.map((step) => step.perMille);
        expect(perMille).toEqual(perMille.toSorted((a, b) => a - b));
        expect(new Set(perMille).size).toBe(perMille.length);
        const weights = Array.from({ length: 40 }, (_, at) => at * 500 - 5000);
        const shown = weights.map((weight) => probabilityPerMille({ calibration: steps }, weight));
        expect(shown).toEqual(shown.toSorted((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  ["as many are right as was said", label(0, 9, 1), 900, 0],
  ["one in ten less", label(0, 8, 2), 900, 100],
  ["nothing to compare", [], 900, 0],
])("the error where %s", (_, labelled, said, error) => {
  expect(calibrationError(labelled, () => said)).toBe(error);
});
