import type { Finding } from "../model/finding.ts";
import type { ScorableRecord } from "../model/scorecard.ts";
import type { Check, ScoringContext } from "./check.ts";
import { checksFor } from "./checks.ts";
import { scoringContext, type ScoringScope } from "./scoring-context.ts";

/**
 * What the checks find, for the register of problems: streamed, record by record, in the order of
 * the records and then of the checks. Values are as they stand; whoever prints them masks them.
 */
export function* findingsOf(
  records: Iterable<ScorableRecord>,
  scope: ScoringScope,
): Generator<Finding> {
  const context = scoringContext(scope);
  const checks = checksFor(scope.entity);
  for (const record of records) {
    for (const check of checks) yield* findingsOfCheck(check, record, context);
  }
}

function findingsOfCheck(
  check: Check,
  record: ScorableRecord,
  context: ScoringContext,
): readonly Finding[] {
  const findings: Finding[] = [];
  const { code, severity } = check.rule;
  check.examine(record, context, (passed, field, value, detail) => {
    if (passed) return;
    findings.push({
      code,
      severity,
      entity: context.entity,
      record: record.id,
      ...(field === "" ? {} : { field }),
      ...(value === undefined ? {} : { value }),
      ...(detail === undefined ? {} : { detail }),
    });
  });
  return findings;
}
