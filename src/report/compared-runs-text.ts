import { formatCount } from "./format-number.ts";
import { labelOfEntity } from "./label-of.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** A golden record of one run, and those of the other run that hold its records. */
interface RelatedGolden {
  readonly id: string;
  readonly others: readonly string[];
}

/** What became of the golden records of an entity between two runs. */
export interface ComparedEntity {
  readonly entity: string;
  readonly before: number;
  readonly after: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly created: number;
  readonly gone: number;
  readonly merged: number;
  readonly split: number;
  readonly mergedEntities: readonly RelatedGolden[];
  readonly splitEntities: readonly RelatedGolden[];
}

export interface ComparedRuns {
  readonly from: number;
  readonly to: number;
  readonly entities: readonly ComparedEntity[];
}

const counted = [
  "before",
  "after",
  "unchanged",
  "changed",
  "created",
  "gone",
  "merged",
  "split",
] as const;

const titles = {
  before: "entitiesBefore",
  after: "entitiesAfter",
  unchanged: "entitiesUnchanged",
  changed: "entitiesChanged",
  created: "entitiesCreated",
  gone: "entitiesGone",
  merged: "entitiesMerged",
  split: "entitiesSplit",
} as const;

/** More examples than this are left to `--format json`. */
const mostShown = 20;

/** A table of what became of the golden records, and which of them were merged or split. */
export function comparedRunsText({ from, to, entities }: ComparedRuns, style: ReportStyle): string {
  const { language } = style;
  const columns = [
    { title: say("entity", language), align: "left" as const },
    ...counted.map((key) => ({ title: say(titles[key], language), align: "right" as const })),
  ];
  const rows = entities.map((each) => [
    labelOfEntity(each.entity, language),
    ...counted.map((key) => formatCount(each[key])),
  ]);
  const heading = say("runsCompared", language, { from: String(from), to: String(to) });
  const examples = entities.flatMap((each) => exampleLines(each, style));
  return [heading, "", textTable(columns, rows, style).trimEnd(), ...examples, ""].join("\n");
}

function exampleLines(
  { mergedEntities, splitEntities }: ComparedEntity,
  { language }: ReportStyle,
): string[] {
  const lines = [
    ...mergedEntities.map(({ id, others }) => ({ word: "wasMerged" as const, id, others })),
    ...splitEntities.map(({ id, others }) => ({ word: "wasSplit" as const, id, others })),
  ];
  const shown = lines
    .slice(0, mostShown)
    .map(({ word, id, others }) => say(word, language, { id, others: others.join(", ") }));
  const rest = lines.length - mostShown;
  return rest > 0 ? [...shown, say("moreInJson", language, { count: rest })] : shown;
}
