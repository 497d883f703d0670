import type { ReportStyle } from "./report-style.ts";
import { countsText } from "./run-text.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** One run of a step; the summary holds its counts. */
export interface RunLine {
  readonly id: number | string;
  readonly step: string;
  readonly startedAt: string;
  readonly summary: Readonly<Record<string, unknown>>;
}

/** The runs as they are given, each with the counts of its summary. */
export function runsText(runs: readonly RunLine[], style: ReportStyle): string {
  const { language } = style;
  if (runs.length === 0) return `${say("noRuns", language)}\n`;
  const titles = ["runId", "step", "time", "result"] as const;
  const columns = titles.map((key) => ({ title: say(key, language), align: "left" as const }));
  const rows = runs.map((run) => [
    String(run.id),
    run.step,
    run.startedAt,
    countsText(run.summary),
  ]);
  return textTable(columns, rows, style);
}
