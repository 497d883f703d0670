import { canonicalModel, findField } from "../model/canonical-model.ts";
import type { Rule } from "../model/finding.ts";
import {
  dimensions,
  type CheckResult,
  type GateResult,
  type GroupScore,
  type ScoreChange,
  type Scorecard,
} from "../model/scorecard.ts";
import { byCodePoint } from "../text/code-point.ts";
import { formatChange, formatCount, formatTenths } from "./format-number.ts";
import { labelOfField } from "./label-of.ts";
import { maskPerson } from "./mask.ts";
import type { ReportStyle } from "./report-style.ts";
import type { TextColumn } from "./text-table.ts";
import { say } from "./words.ts";

/** A table before it is text or Markdown. */
export interface ReportTable {
  readonly columns: readonly TextColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** The score of all records, and of each group by one field: best first, then by value. */
export function scoreTable(
  { total, groups, entity, change }: Scorecard,
  by: string | null,
  style: ReportStyle,
): ReportTable {
  const { language } = style;
  const first = by === null ? say("group", language) : labelOfField(entity, by, language);
  const numbers: TextColumn[] = dimensions.map((each) => ({
    title: say(each, language),
    align: "right",
    priority: 1,
  }));
  const columns: TextColumn[] = [
    { title: first, align: "left" },
    { title: say("records", language), align: "right" },
    ...numbers,
    { title: say("score", language), align: "right" },
    ...(change === undefined ? [] : [changeColumn(style)]),
  ];
  const scored =
    by === null
      ? [{ label: say("allRecords", language), by: "", value: "", ...total }]
      : groups
          .filter((group) => group.by === by)
          .toSorted(byScore)
          .map((group) => ({ label: groupLabel(group, entity, style), ...group }));
  const rows = scored.map((each) => [
    each.label,
    formatCount(each.records),
    ...dimensions.map((dimension) => formatTenths(each.dimensions[dimension])),
    formatTenths(each.score),
    ...(change === undefined ? [] : [formatChange(changeOf(change, each))]),
  ]);
  return { columns, rows };
}

const changeColumn = ({ language }: ReportStyle): TextColumn => ({
  title: say("scoreChange", language),
  align: "right",
});

function changeOf(
  { groups, score }: ScoreChange,
  { by, value }: { readonly by: string; readonly value: string },
): number | null {
  if (by === "") return score;
  return groups.find((group) => group.by === by && group.value === value)?.change ?? null;
}

function byScore(left: GroupScore, right: GroupScore): number {
  return (right.score ?? -1) - (left.score ?? -1) || byCodePoint(left.value, right.value);
}

/** Colleagues are named: a scorecard by owner is for them. Customers' own people are masked. */
function groupLabel(
  { by, value }: Pick<GroupScore, "by" | "value">,
  entity: string,
  style: ReportStyle,
): string {
  const { language, showValues = false } = style;
  if (value === "") {
    const field = labelOfField(entity, by, language);
    return say("noValue", language, { field: language === "en" ? field.toLowerCase() : field });
  }
  const known = entity === "customer" ? findField(canonicalModel, "customer", by) : undefined;
  return known?.personal === true && !showValues ? maskPerson(value) : value;
}

/** The checks that failed most often, with what they mean; at most `most` of them. */
export function worstChecks(
  checks: readonly CheckResult[],
  rules: readonly Rule[],
  { most, style }: { readonly most: number; readonly style: ReportStyle },
): string[][] {
  return checks
    .map((check) => ({ check, failed: check.applicable - check.passed }))
    .filter(({ failed }) => failed > 0)
    .toSorted((a, b) => b.failed - a.failed || byCodePoint(a.check.code, b.check.code))
    .slice(0, most)
    .map(({ check, failed }) => {
      const rule = rules.find(({ code }) => code === check.code);
      return [check.code, check.name, rule?.[style.language] ?? "", formatCount(failed)];
    });
}

/** Columns for `worstChecks`. */
export function checkColumns({ language }: ReportStyle): TextColumn[] {
  return [
    { title: say("check", language), align: "left" },
    { title: say("name", language), align: "left" },
    { title: say("meaning", language), align: "left", priority: 1 },
    { title: say("failed", language), align: "right" },
  ];
}

/** Columns and rows of the gates. */
export function gateTable(gates: readonly GateResult[], { language }: ReportStyle): ReportTable {
  const titles = ["gate", "expected", "actual", "result"] as const;
  return {
    columns: titles.map((title) => ({ title: say(title, language), align: "left" })),
    rows: gates.map((gate) => {
      const failed = gate.severity === "warn" ? "warned" : "notPassed";
      return [
        gate.name,
        gate.expected,
        gate.actual,
        say(gate.passed ? "passed" : failed, language),
      ];
    }),
  };
}

/** "Checked 24,894 records with 13 checks: 2 of 5 gates failed" */
export function scoreVerdict({ total, checks, gates }: Scorecard, style: ReportStyle): string {
  const { language } = style;
  const checked = say("checked", language, { records: total.records, checks: checks.length });
  if (gates.length === 0) return checked;
  const failed = gates.filter(({ passed }) => !passed).length;
  const word = failed === 0 ? "gatesHeld" : "gatesFailed";
  return say(word, language, { checked, failed, count: gates.length });
}

/** "Since 2026-10: +2.2; most improved 华东大区 +4.1"; "" when nothing was compared. */
export function changeNote({ change, entity }: Scorecard, style: ReportStyle): string {
  if (change === undefined) return "";
  const { language } = style;
  const { against, score, groups, sameModel } = change;
  const best = groups.filter((each) => each.change > 0).toSorted((a, b) => b.change - a.change)[0];
  const parts = [
    say("changeSince", language, { against, score: formatChange(score) }),
    ...(best === undefined
      ? []
      : [
          say("mostImproved", language, {
            group: groupLabel(best, entity, style),
            change: formatChange(best.change),
          }),
        ]),
    ...(sameModel ? [] : [say("otherModel", language)]),
  ];
  return parts.join("; ");
}

/** Which dimensions were not measured; "" when all were. */
export function coverageNote({ total, coveragePerMille }: Scorecard, style: ReportStyle): string {
  const missing = dimensions.filter((each) => total.dimensions[each] === null);
  if (missing.length === 0) return "";
  const names = missing.map((each) => say(each, style.language).toLowerCase()).join(", ");
  return say("coverage", style.language, { names, share: `${formatTenths(coveragePerMille)}%` });
}
