import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** One line of the log of decisions; a revocation has `same: null`. */
export interface DecisionLine {
  readonly id: number;
  readonly left: string;
  readonly right: string;
  readonly same: boolean | null;
  readonly revokes: number | null;
  readonly by: string;
  readonly at: string;
}

/** The log as it was written; how many decisions there are last. */
export function decisionsText(decisions: readonly DecisionLine[], style: ReportStyle): string {
  const { language } = style;
  const last = `${say("decisionsMade", language, { count: decisions.length })}\n`;
  if (decisions.length === 0) return last;
  const columns = [
    { title: say("number", language), align: "right" },
    { title: say("left", language), align: "left" },
    { title: say("right", language), align: "left" },
    { title: say("decision", language), align: "left" },
    { title: say("by", language), align: "left", priority: 1 },
    { title: say("time", language), align: "left", priority: 2 },
  ] as const;
  const rows = decisions.map((each) => [
    String(each.id),
    each.left,
    each.right,
    decisionWord(each, style),
    each.by,
    each.at,
  ]);
  return `${textTable(columns, rows, style)}\n${last}`;
}

function decisionWord({ same, revokes }: DecisionLine, { language }: ReportStyle): string {
  if (same === null) return say("revokesDecision", language, { id: String(revokes ?? "") });
  return say(same ? "sameRecord" : "differentRecord", language);
}
