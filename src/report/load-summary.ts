import { formatCount } from "./format-number.ts";
import { labelOfEntity } from "./label-of.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** Rows of an entity by what a load did to them. */
interface WrittenRows {
  readonly entity: string;
  readonly inserted: number;
  readonly updated: number;
  readonly linked: number;
  readonly stale: number;
  readonly rejected: number;
}

/** What a load wrote. */
export interface LoadResult {
  readonly run: string;
  readonly target: string;
  /** By entity, in the order of loading. */
  readonly written: readonly WrittenRows[];
  /** The plan was applied before. */
  readonly isRepeated: boolean;
}

/** What is always shown, and what only when there is some. */
const columns = [
  ["inserted", "insert", true],
  ["updated", "update", true],
  ["linked", "linkedRows", false],
  ["stale", "staleRows", false],
  ["rejected", "refused", false],
] as const;

/** Rows written by entity, and the verdict; one line when there was nothing to do. */
export function loadSummary(result: LoadResult, style: ReportStyle): string {
  const { run, target, written, isRepeated } = result;
  const { language } = style;
  if (isRepeated) return `${say("loadedBefore", language, { target, run })}\n`;
  const sum = (kind: (typeof columns)[number][0]): number =>
    written.reduce((total, each) => total + each[kind], 0);
  if (columns.every(([kind]) => sum(kind) === 0))
    return `${say("loadedNothing", language, { target })}\n`;
  const shown = columns.filter(([kind, , isAlways]) => isAlways || sum(kind) > 0);
  const titles = [
    { title: say("entity", language), align: "left" as const },
    ...shown.map(([, word]) => ({ title: say(word, language), align: "right" as const })),
  ];
  const changed = written.filter((each) => columns.some(([kind]) => each[kind] > 0));
  const rows = changed.map((each) => [
    labelOfEntity(each.entity, language),
    ...shown.map(([kind]) => formatCount(each[kind])),
  ]);
  const notes = [
    sum("stale") > 0 ? say("loadStale", language, { count: sum("stale") }) : "",
    sum("rejected") > 0 ? say("loadRefused", language, { count: sum("rejected"), target }) : "",
    say("loaded", language, { count: sum("inserted") + sum("updated"), target, run }),
  ].filter((line) => line !== "");
  return `${textTable(titles, rows, style)}\n${notes.join("\n")}\n`;
}
