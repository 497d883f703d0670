import { expect, test } from "vitest";
import { thresholdText, type LabelledNote } from "./threshold-text.ts";

const threshold = {
  outcome: "kept",
  target: 0.99,
  isAsked: false,
  givenMilliBits: 1200,
  matchMilliBits: 1200,
  labels: 1284,
  needed: 762,
  precision: { value: 0.996, low: 0.991, high: 0.998 },
} as const satisfies LabelledNote["threshold"];

const price = { milliBits: 6200, lost: 0.3125 };

test.each([
  [threshold, "Match threshold 1.2 stands: 99.6% (99.1 - 99.8) of the labelled pairs above it"],
  [{ ...threshold, outcome: "moved", matchMilliBits: 3400 }, "moved from 1.2 to 3.4 for 99% right"],
  [{ ...threshold, outcome: "too-few", labels: 41 }, "41 labelled pairs are too few to prove 99%"],
  [{ ...threshold, outcome: "nowhere" }, "no threshold proves 99% by 1,284 labels"],
  [
    { ...threshold, outcome: "too-dear", price },
    "from 6.2 on only, where 31.25% of the right pairs",
  ],
  [{ ...threshold, outcome: "too-few", labels: 0 }, ""],
] as const)("%o", (told, expected) => {
  const learned = { isTrained: true, labelled: { threshold: told } };
  expect(thresholdText(learned, "en")).toContain(expected);
  const chinese = thresholdText(learned, "zh");
  expect(chinese).not.toMatch(/[{}]/);
  expect(chinese === "").toBe(expected === "");
});

test("too few labels are said once, unless somebody asked for a precision", () => {
  const textOf = (isAsked: boolean) =>
    thresholdText(
      {
        isTrained: false,
        labelled: { threshold: { ...threshold, outcome: "too-few", labels: 1, isAsked } },
      },
      "en",
    );
  expect(textOf(false)).toBe("");
  expect(textOf(true)).toContain("1 labelled pair is too little");
});
