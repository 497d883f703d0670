import { dimensions, type CheckResult, type DimensionScores } from "../model/scorecard.ts";
import { checks } from "./checks.ts";
import { passRate } from "./dimension-scores.ts";

/** A number that a gate can ask for, in tenths of a point; null when it was not measured. */
export type Metric = (
  scores: DimensionScores & { readonly checks: readonly CheckResult[] },
) => number | null;

/** `"score.overall"`, `"dimension.validity"`, `"check.V101"` -> how to read it; else undefined */
export function parseMetric(text: string): Metric | undefined {
  if (text === "score.overall") return (scores) => scores.score;
  const dimension = dimensions.find((each) => text === `dimension.${each}`);
  if (dimension !== undefined) return (scores) => scores.dimensions[dimension];
  const check = checks.find(({ rule }) => text === `check.${rule.code}`);
  if (check === undefined) return undefined;
  return ({ checks: results }) => {
    const result = results.find(({ code }) => code === check.rule.code);
    return result === undefined ? null : passRate(result);
  };
}
