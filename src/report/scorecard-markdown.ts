import type { Rule } from "../model/finding.ts";
import type { Scorecard } from "../model/scorecard.ts";
import { formatTenths } from "./format-number.ts";
import { labelOfEntity, labelOfField } from "./label-of.ts";
import { markdownTable } from "./markdown-table.ts";
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
import { say } from "./words.ts";

/** A scorecard for a pull request or a step summary: verdict first, every check that failed. */
export function scorecardMarkdown(
  scorecard: Scorecard,
  rules: readonly Rule[],
  style: ReportStyle,
): string {
  const { language } = style;
  const title = say("scoreTitle", language, { entity: labelOfEntity(scorecard.entity, language) });
  const score = say("dataHealth", language, { score: formatTenths(scorecard.total.score) });
  const date = say("asOf", language, { date: scorecard.asOf });
  const notes = [changeNote(scorecard, style), coverageNote(scorecard, style)];
  const intro = [`## ${title}`, `**${score}**. ${date}`, scoreVerdict(scorecard, style), ...notes];
  const sections = [gateSection(scorecard, style), ...scoreSections(scorecard, style)];
  return [...intro.map(paragraph), ...sections, checkSection(scorecard, rules, style)].join("");
}

const paragraph = (text: string): string => (text === "" ? "" : `${text}\n\n`);

function gateSection({ gates }: Scorecard, style: ReportStyle): string {
  if (gates.length === 0) return "";
  const { columns, rows } = gateTable(gates, style);
  return `${markdownTable(columns, rows)}\n`;
}

function scoreSections(scorecard: Scorecard, style: ReportStyle): string[] {
  const fields = [...new Set(scorecard.groups.map(({ by }) => by))];
  return [null, ...fields].map((by) => {
    const { columns, rows } = scoreTable(scorecard, by, style);
    const label = by === null ? "" : labelOfField(scorecard.entity, by, style.language);
    return `${label === "" ? "" : `### ${label}\n\n`}${markdownTable(columns, rows)}\n`;
  });
}

function checkSection({ checks }: Scorecard, rules: readonly Rule[], style: ReportStyle): string {
  const rows = worstChecks(checks, rules, { most: checks.length, style });
  if (rows.length === 0) return "";
  const heading = say("worstChecks", style.language);
  return `### ${heading}\n\n${markdownTable(checkColumns(style), rows)}`;
}
