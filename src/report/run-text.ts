import { formatCount } from "./format-number.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** What a run of the whole project did. */
export interface ProjectRun {
  /** In the order in which they ran, each with its counts. */
  readonly steps: readonly {
    readonly step: string;
    readonly counts: Readonly<Record<string, number>>;
  }[];
  readonly gatesPassed: boolean;
  /** Whether the CRM was written to. */
  readonly applied: boolean;
}

/** Each step with its counts, and last what stopped the run or whether anything was written. */
export function runText({ steps, gatesPassed, applied }: ProjectRun, style: ReportStyle): string {
  const { language } = style;
  const titles = ["step", "result"] as const;
  const columns = titles.map((key) => ({ title: say(key, language), align: "left" as const }));
  const rows = steps.map(({ step, counts }) => [step, countsText(counts)]);
  const end = gatesPassed ? (applied ? "runApplied" : "runRehearsed") : "runStoppedByGate";
  const verdict = say(end, language, { count: steps.length });
  return `${textTable(columns, rows, style)}\n${verdict}\n`;
}

/** `{ records: 24894 }` -> `"records 24,894"` */
export function countsText(counts: Readonly<Record<string, unknown>>): string {
  return Object.entries(counts)
    .flatMap(([name, value]) =>
      typeof value === "number" ? [`${name} ${formatCount(value)}`] : [],
    )
    .join(", ");
}
