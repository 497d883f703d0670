import type { CheckResult, ScorableRecord } from "../model/scorecard.ts";
import type { Check, ScoringContext, Tell } from "./check.ts";

/** Counts of a group: how many records, and by check how many things were looked at and passed. */
export interface Tally {
  records: number;
  readonly applicable: number[];
  readonly passed: number[];
}

/** An empty tally for so many checks. */
export function emptyTally(checks: number): Tally {
  return {
    records: 0,
    applicable: Array.from({ length: checks }, () => 0),
    passed: Array.from({ length: checks }, () => 0),
  };
}

/** Runs the checks over one record and leaves its counts in `tally`, which it empties first. */
export function tallyRecord(
  tally: Tally,
  record: ScorableRecord,
  checks: readonly Check[],
  context: ScoringContext,
): void {
  let [applicable, passed] = [0, 0];
  const tell: Tell = (hasPassed) => {
    applicable += 1;
    if (hasPassed) passed += 1;
  };
  tally.records = 1;
  for (const [at, check] of checks.entries()) {
    [applicable, passed] = [0, 0];
    check.examine(record, context, tell);
    tally.applicable[at] = applicable;
    tally.passed[at] = passed;
  }
}

/** Adds the counts of `part` to `whole`. */
export function addTally(whole: Tally, part: Tally): void {
  whole.records += part.records;
  for (let at = 0; at < part.applicable.length; at += 1) {
    whole.applicable[at] = (whole.applicable[at] ?? 0) + (part.applicable[at] ?? 0);
    whole.passed[at] = (whole.passed[at] ?? 0) + (part.passed[at] ?? 0);
  }
}

/** The tally as results, one a check, in the order of the checks. */
export function checkResults(tally: Tally, checks: readonly Check[]): CheckResult[] {
  return checks.map(({ rule: { code, name, dimension, severity, weight } }, at) => ({
    code,
    name,
    dimension,
    severity,
    weight,
    applicable: tally.applicable[at] ?? 0,
    passed: tally.passed[at] ?? 0,
  }));
}
