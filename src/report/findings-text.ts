import { canonicalModel, findField } from "../model/canonical-model.ts";
import { entityNames, type Field } from "../model/entity.ts";
import type { Finding } from "../model/finding.ts";
import { csvRow } from "./csv.ts";
import { formatCount } from "./format-number.ts";
import { maskValue } from "./mask.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";
import { xlsxOfTable } from "./xlsx.ts";

/** A part of the register of problems. */
export interface FindingsList {
  /** Worst first; perhaps the first ones only. */
  readonly findings: readonly Finding[];
  /** How many there are in all. */
  readonly total: number;
  /** Counts by a field or by code, most first; empty when nobody asked. */
  readonly counts: readonly { readonly value: string; readonly count: number }[];
  /** What they are counted by. */
  readonly by?: string | undefined;
}

const headings = ["code", "severity", "entity", "record", "field", "value", "detail"] as const;

/** The findings as a table, or their counts when they were asked for; how many there are last. */
export function findingsText(
  { findings, total, counts, by = "" }: FindingsList,
  style: ReportStyle,
): string {
  const { language } = style;
  const last = `${say("foundFindings", language, { count: total })}\n`;
  if (counts.length > 0) return `${countsTable(counts, by, style)}\n${last}`;
  if (findings.length === 0) return last;
  const columns = headings.map((heading) => ({
    title: say(heading, language),
    align: "left" as const,
    ...(heading === "entity" || heading === "severity" ? { priority: 1 } : {}),
  }));
  const count = total - findings.length;
  const more = count > 0 ? `  ${say("more", language, { count })}\n` : "";
  const table = textTable(
    columns,
    findings.map((each) => cellsOf(each, style)),
    style,
  );
  return `${table}${more}\n${last}`;
}

/** The same list as it may be shown: personal values masked, as in the table. */
export function shownFindings(list: FindingsList, style: ReportStyle): FindingsList {
  if (style.showValues === true) return list;
  const findings = list.findings.map((finding) => ({
    ...finding,
    ...(finding.value !== undefined && { value: maskedValue(finding) }),
    ...(finding.detail !== undefined && { detail: maskValue(undefined, finding.detail) }),
  }));
  const counts = list.counts.map(({ value, count }) => ({
    value: maskValue(personalField(list.by ?? ""), value),
    count,
  }));
  return { ...list, findings, counts };
}

/** All of them for Excel: a workbook when `path` ends in .xlsx, else CSV guarded against formulas. */
export async function findingsFile(
  { findings }: Pick<FindingsList, "findings">,
  path: string,
  style: ReportStyle,
): Promise<string | Uint8Array> {
  const columns = headings.map((heading) => say(heading, style.language));
  const rows = findings.map((each) => cellsOf(each, style));
  if (path.endsWith(".xlsx")) return xlsxOfTable({ name: "findings", columns, rows });
  return [columns, ...rows].map((cells) => csvRow(cells, { excelSafe: true })).join("");
}

function countsTable(counts: FindingsList["counts"], by: string, style: ReportStyle): string {
  const columns = [
    { title: say("group", style.language), align: "left" },
    { title: say("count", style.language), align: "right" },
  ] as const;
  const field = personalField(by);
  const shown = (value: string): string => {
    if (value === "") return say("emptyValue", style.language);
    return style.showValues === true ? value : maskValue(field, value);
  };
  const rows = counts.map(({ value, count }) => [shown(value), formatCount(count)]);
  return textTable(columns, rows, style);
}

function personalField(name: string): Field | undefined {
  return entityNames
    .map((entity) => findField(canonicalModel, entity, name))
    .find((each) => each?.personal === true);
}

function cellsOf(finding: Finding, { showValues = false }: ReportStyle): string[] {
  const { value = "", detail = "" } = finding;
  const shown = showValues ? [value, detail] : [maskedValue(finding), maskValue(undefined, detail)];
  const { code, severity, entity = "", record = "", field = "" } = finding;
  return [code, severity, entity, record, field, ...shown];
}

function maskedValue({ entity, field, value = "" }: Finding): string {
  const name = entityNames.find((each) => each === entity);
  const known =
    name === undefined || field === undefined ? undefined : findField(canonicalModel, name, field);
  return maskValue(known, value);
}
