import { describe, expect, test } from "vitest";
import { chooseThreshold, usualTarget } from "./choose-threshold.ts";
import type { WeighedLabel } from "./labelled-pairs.ts";

const given = { match: 1200, possible: -1000 };

/** `[weight, right, wrong]`: so many of each in both halves. */
function label(...groups: readonly (readonly [number, number, number])[]): WeighedLabel[] {
  return groups.flatMap(([weight, right, wrong]) =>
    Array.from({ length: right + wrong }, (_, at) => at < right).flatMap((isSame) => [
      { weight, isSame, isHeldOut: false },
      { weight, isSame, isHeldOut: true },
    ]),
  );
}

const asked = (precision: number) => ({ precision, isAsked: true });

describe("chooseThreshold", () => {
  test.each([
    ["nothing to judge by", [], usualTarget, "too-few", 1200],
    ["few labels, all right", label([5000, 90, 0]), usualTarget, "too-few", 1200],
    ["enough that do not speak against it", label([5000, 597, 3]), usualTarget, "kept", 1200],
    ["too few to prove, but not against it", label([5000, 200, 3]), usualTarget, "kept", 1200],
    [
      "wrong ones are light, and few right ones are",
      label([1500, 20, 60], [6000, 2000, 2]),
      usualTarget,
      "moved",
      1600,
    ],
    [
      "wrong ones are as light as many right ones",
      label([1500, 200, 60], [6000, 2000, 2]),
      usualTarget,
      "too-dear",
      1200,
    ],
    [
      "wrong ones are as heavy as right ones",
      label([6000, 900, 100]),
      usualTarget,
      "nowhere",
      1200,
    ],
    ["a few labels speak against it", label([6000, 90, 20]), usualTarget, "too-few", 1200],
    ["asked, and proven below the given one", label([-500, 800, 0]), asked(0.99), "moved", -1000],
    [
      "asked, whatever it leaves to people",
      label([1500, 200, 60], [6000, 2000, 2]),
      asked(0.99),
      "moved",
      1600,
    ],
    ["asked, and labels prove less", label([5000, 300, 0]), asked(0.995), "too-few", 1200],
    ["asked, and no weight proves it", label([5000, 1900, 100]), asked(0.99), "nowhere", 1200],
  ] as const)("%s", (_, labelled, target, ...expected) => {
    const { outcome, matchMilliBits } = chooseThreshold(labelled, given, target);
    expect([outcome, matchMilliBits]).toEqual(expected);
  });

  test("reports the precision on the half that it did not choose by", () => {
    const labelled = [
      ...Array.from({ length: 500 }, () => ({ weight: 5000, isSame: true, isHeldOut: false })),
      ...Array.from({ length: 400 }, (_, at) => ({
        weight: 5000,
        isSame: at % 10 > 0,
        isHeldOut: true,
      })),
    ];
    const { outcome, precision, labels } = chooseThreshold(labelled, given, usualTarget);
    expect([outcome, labels, precision.value]).toEqual(["kept", 900, 0.9]);
  });

  test("says what the target would cost", () => {
    const { price } = chooseThreshold(label([1500, 500, 60], [6000, 2000, 2]), given, usualTarget);
    expect(price).toEqual({ milliBits: 1600, lost: 0.2 });
  });

  test("counts how many labels a target takes", () => {
    const neededFor = (precision: number) => chooseThreshold([], given, asked(precision)).needed;
    expect([0.9, 0.99, 0.995].map(neededFor)).toEqual([70, 762, 1530]);
  });
});
