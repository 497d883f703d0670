import type { PlanCounts } from "../model/plan.ts";
import { formatCount } from "./format-number.ts";
import { labelOfEntity } from "./label-of.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** What a load wrote. */
export interface LoadResult {
  readonly run: string;
  readonly target: string;
  /** By entity, in the order of loading. */
  readonly written: readonly (Pick<PlanCounts, (typeof kinds)[number]> & {
    readonly entity: string;
  })[];
}

const kinds = ["insert", "update", "merge", "archive"] as const;

/** Rows written by entity, and the verdict; one line when there was nothing to do. */
export function loadSummary({ run, target, written }: LoadResult, style: ReportStyle): string {
  const { language } = style;
  const count = written.reduce(
    (sum, each) => sum + kinds.reduce((rows, kind) => rows + each[kind], 0),
    0,
  );
  if (count === 0) return `${say("loadedNothing", language, { target })}\n`;
  const columns = [
    { title: say("entity", language), align: "left" as const },
    ...kinds.map((kind) => ({ title: say(kind, language), align: "right" as const })),
  ];
  const rows = written.map((each) => [
    labelOfEntity(each.entity, language),
    ...kinds.map((kind) => formatCount(each[kind])),
  ]);
  const verdict = say("loaded", language, { count, target, run });
  return `${textTable(columns, rows, style)}\n${verdict}\n`;
}
