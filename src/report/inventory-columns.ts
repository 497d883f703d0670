import { patternClasses, type InventoryColumn, type InventoryTable } from "../model/inventory.ts";
import { formatCount, formatShare } from "./format-number.ts";
import { distinctText, type ReportSection } from "./inventory-sections.ts";
import { patternWords, personalWords, suspicionWords } from "./inventory-words.ts";
import { labelOfEntity, labelOfField } from "./label-of.ts";
import type { ReportStyle } from "./report-style.ts";
import { say } from "./words.ts";

type Language = ReportStyle["language"];

/** The columns of one table: what each probably is, how full, what its values look like. */
export function columnsSection(table: InventoryTable, { language }: ReportStyle): ReportSection {
  return {
    title: table.name,
    columns: [
      { title: say("column", language), align: "left" },
      { title: say("field", language), align: "left" },
      { title: say("filled", language), align: "right" },
      { title: say("distinct", language), align: "right", priority: 2 },
      { title: say("longest", language), align: "right", priority: 5 },
      { title: say("looksLike", language), align: "left", priority: 4 },
      { title: say("suspicious", language), align: "left", priority: 1 },
      { title: say("examples", language), align: "left", priority: 3 },
    ],
    rows: table.columns.map((column) => [
      column.heading,
      fieldText(column, table, language),
      formatShare(column.filled, table.rows),
      distinctText(column.distinct),
      formatCount(column.longest),
      patternsText(column, language),
      suspiciousText(column, language),
      column.examples.join("; "),
    ]),
  };
}

function fieldText(
  { entity, field }: InventoryColumn,
  table: InventoryTable,
  language: Language,
): string {
  if (entity === null || field === null) return "";
  const label = labelOfField(entity, field, language);
  return entity === table.entity?.name ? label : `${labelOfEntity(entity, language)}: ${label}`;
}

/** `phone 96%, number 4%`: commonest first, those below one in a hundred left out. */
function patternsText({ patterns, dates }: InventoryColumn, language: Language): string {
  const counted = patternClasses
    .map((name) => ({ name, cells: patterns[name] ?? 0 }))
    .toSorted((a, b) => b.cells - a.cells);
  const all = counted.reduce((sum, { cells }) => sum + cells, 0);
  const shares = counted
    .map(({ name, cells }) => ({ name, percent: Math.floor((cells * 100) / Math.max(1, all)) }))
    .filter(({ percent }) => percent > 0)
    .map(({ name, percent }) => {
      const word = say(patternWords[name], language);
      return percent === 100 ? word : `${word} ${percent}%`;
    });
  const range = dates === null ? [] : [`${dates.first}..${dates.last}`];
  return [...shares, ...range].join(", ");
}

/** What somebody should look at, with one example, and the personal data in the column. */
export function suspiciousText({ suspicious }: InventoryColumn, language: Language): string {
  return suspicious
    .map(({ kind, count, example }) => {
      return `${say(suspicionWords[kind], language)} ${formatCount(count)} (${example})`;
    })
    .join(", ");
}

/** `mobile numbers 620, names of persons 13` */
export function personalText({ personal }: InventoryColumn, language: Language): string {
  // The keys are those of the model: the inventory writes no others.
  const found = Object.entries(personal) as [keyof typeof personalWords, number][];
  return found
    .map(([name, cells]) => `${say(personalWords[name], language)} ${formatCount(cells)}`)
    .join(", ");
}
