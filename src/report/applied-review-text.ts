import type { Finding } from "../model/finding.ts";
import type { ReportStyle } from "./report-style.ts";
import { reviewOutcomeText, type ReviewOutcome } from "./review-pair-text.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** What reading a review file back did. */
export interface AppliedReviewResult extends ReviewOutcome {
  readonly undecided: number;
  readonly findings: readonly Finding[];
}

/** The rows that were not taken over, with their codes, and what was decided last. */
export function appliedReviewText(result: AppliedReviewResult, style: ReportStyle): string {
  const { language } = style;
  const { findings, undecided } = result;
  const columns = [
    { title: say("code", language), align: "left" },
    { title: say("row", language), align: "right" },
    { title: say("record", language), align: "left" },
    { title: say("value", language), align: "left", priority: 1 },
  ] as const;
  const rows = findings.map(({ code, detail = "", record = "", value = "" }) => [
    code,
    detail,
    record,
    value,
  ]);
  const table = findings.length === 0 ? "" : `${textTable(columns, rows, style)}\n`;
  const open = undecided === 0 ? "" : `${say("undecidedRows", language, { count: undecided })}\n`;
  return `${table}${open}${reviewOutcomeText(result, language)}`;
}
