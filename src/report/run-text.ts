import type { Scorecard } from "../model/scorecard.ts";
import type { DedupeCounts } from "./dedupe-summary.ts";
import { formatCount, formatTenths } from "./format-number.ts";
import { importLaw, type ImportLine } from "./import-summary.ts";
import { labelOfEntity } from "./label-of.ts";
import { loadSummary, type LoadResult } from "./load-summary.ts";
import { normalizeLaws, type NormalizeCounts } from "./normalize-summary.ts";
import { planLaws, planVerdict, type PlanView } from "./plan-text.ts";
import { defaultWidth, type ReportStyle } from "./report-style.ts";
import { gateTable, scoreVerdict } from "./scorecard-rows.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** The steps of a run in their order. */
export const runSteps = ["import", "normalize", "dedupe", "score", "load"] as const;

export type RunStep = (typeof runSteps)[number];

/** What a run of the whole project did, as far as it came. */
export interface ProjectRun {
  readonly imported?: { readonly files: readonly ImportLine[] };
  readonly normalized?: NormalizeCounts;
  readonly deduped?: { readonly entities: readonly DedupeCounts[] };
  readonly scorecard?: Scorecard;
  readonly plan?: PlanView;
  readonly loaded?: LoadResult;
  /** The steps that were done. */
  readonly steps: readonly RunStep[];
  /** Set when a gate stopped it: what follows was not done. */
  readonly stoppedByGate: boolean;
}

/** Each step with its laws and its verdict, and last what stopped the run or whether anything was written. */
export function runText(run: ProjectRun, style: ReportStyle): string {
  const inner = { ...style, width: (style.width ?? defaultWidth) - indent.length };
  const parts = run.steps.map((step) => {
    const lines = stepTexts[step](run, inner).trimEnd().split("\n");
    return `${step}\n${lines.map((line) => `${indent}${line}`.trimEnd()).join("\n")}\n`;
  });
  return [...parts, verdictText(run, style)].join("\n");
}

const indent = "  ";

/** What a step has to say; "" when it was not done. */
const stepTexts: Readonly<Record<RunStep, (run: ProjectRun, style: ReportStyle) => string>> = {
  import: ({ imported }, style) =>
    imported === undefined ? "" : importText(imported.files, style),
  normalize: ({ normalized }, style) =>
    normalized === undefined ? "" : normalizeLaws(normalized, style),
  dedupe: ({ deduped }, style) =>
    deduped === undefined ? "" : dedupeText(deduped.entities, style),
  score: ({ scorecard }, style) => (scorecard === undefined ? "" : scoreText(scorecard, style)),
  load: ({ plan, loaded }, style) => loadText(plan, loaded, style),
};

function importText(files: readonly ImportLine[], style: ReportStyle): string {
  const isNew = files.some(({ counts }) => counts !== null);
  return isNew
    ? importLaw(files, style)
    : say("allUnchanged", style.language, { count: files.length });
}

function dedupeText(entities: readonly DedupeCounts[], { language }: ReportStyle): string {
  const lines = entities.map(({ entity, records, golden, duplicateClusters, questions }) => {
    const found = say("foundClusters", language, { count: duplicateClusters, records, golden });
    const open =
      questions === 0 ? "" : `  ${say("pairsToDecide", language, { count: questions })}\n`;
    return `${labelOfEntity(entity, language)}: ${found}\n${open}`;
  });
  return lines.join("");
}

function scoreText(scorecard: Scorecard, style: ReportStyle): string {
  const { columns, rows } = gateTable(scorecard.gates, style);
  const score = formatTenths(scorecard.total.score);
  const gates = scorecard.gates.length === 0 ? "" : textTable(columns, rows, style);
  return `${say("dataHealth", style.language, { score })}\n${gates}${scoreVerdict(scorecard, style)}\n`;
}

function loadText(
  plan: PlanView | undefined,
  loaded: LoadResult | undefined,
  style: ReportStyle,
): string {
  if (loaded !== undefined) return loadSummary(loaded, style);
  return plan === undefined ? "" : `${planLaws(plan, style)}${planVerdict(plan, style)}`;
}

function verdictText(
  { steps, stoppedByGate, loaded }: ProjectRun,
  { language }: ReportStyle,
): string {
  const written = loaded?.written.reduce((sum, each) => sum + each.inserted + each.updated, 0) ?? 0;
  const done = written === 0 ? "runRehearsed" : "runApplied";
  const word = stoppedByGate ? "runStoppedByGate" : done;
  return `${say(word, language, { count: steps.length })}\n`;
}

/** `{ records: 24894 }` -> `"records 24,894"` */
export function countsText(counts: Readonly<Record<string, unknown>>): string {
  return Object.entries(counts)
    .flatMap(([name, value]) =>
      typeof value === "number" ? [`${name} ${formatCount(value)}`] : [],
    )
    .join(", ");
}
