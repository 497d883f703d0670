import type { Rule } from "../model/finding.ts";
import type { Scorecard } from "../model/scorecard.ts";
import { formatTenths } from "./format-number.ts";
import type { ReportStyle } from "./report-style.ts";
import {
  changeNote,
  checkColumns,
  coverageNote,
  gateTable,
  scoreTable,
  scoreVerdict,
  worstChecks,
} from "./scorecard-rows.ts";
import { labelOfEntity } from "./label-of.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

const shownChecks = 5;

/**
 * A scorecard as a screen (`style.md` 7.2): the score, a table for each grouping, the worst checks,
 * the gates, and the verdict last. `rules` say what the checks mean.
 */
export function scorecardText(
  scorecard: Scorecard,
  rules: readonly Rule[],
  style: ReportStyle,
): string {
  const { language } = style;
  const score = say("dataHealth", language, { score: formatTenths(scorecard.total.score) });
  const head = `${score}   ${labelOfEntity(scorecard.entity, language)}, ${scorecard.asOf}\n`;
  const tables = groupingsOf(scorecard).map((by) => {
    const { columns, rows } = scoreTable(scorecard, by, style);
    return textTable(columns, rows, style);
  });
  const parts = [
    head,
    ...tables,
    worstText(scorecard, rules, style),
    gatesText(scorecard, style),
    verdictText(scorecard, style),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** Fields that the scorecard is grouped by; one table of all records when there are none. */
function groupingsOf({ groups }: Scorecard): (string | null)[] {
  const fields = [...new Set(groups.map(({ by }) => by))];
  return fields.length === 0 ? [null] : fields;
}

function worstText({ checks }: Scorecard, rules: readonly Rule[], style: ReportStyle): string {
  const rows = worstChecks(checks, rules, { most: shownChecks, style });
  if (rows.length === 0) return "";
  return `${say("worstChecks", style.language)}\n${textTable(checkColumns(style), rows, style)}`;
}

function gatesText({ gates }: Scorecard, style: ReportStyle): string {
  if (gates.length === 0) return "";
  const { columns, rows } = gateTable(gates, style);
  return textTable(columns, rows, style);
}

function verdictText(scorecard: Scorecard, style: ReportStyle): string {
  const notes = [coverageNote(scorecard, style), changeNote(scorecard, style)];
  return [...notes, scoreVerdict(scorecard, style)]
    .filter((line) => line !== "")
    .map((line) => `${line}\n`)
    .join("");
}
