import type { EntityName } from "../model/entity.ts";
import type { UnreadFile } from "../model/inventory.ts";
import { labelOfEntity } from "./label-of.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** A mapping that was suggested. */
export interface SuggestedMapping {
  readonly path: string;
  readonly files: readonly string[];
  readonly sheets: readonly string[];
  /** What a row becomes, the main record first. */
  readonly entities: readonly EntityName[];
  /** Columns that a field was found for, of how many. */
  readonly mapped: number;
  readonly columns: number;
}

/** What a new project got. */
export interface InitResult {
  /** Files that were written, in the order of writing. */
  readonly written: readonly string[];
  /** Files that were there before and stayed as they are. */
  readonly kept: readonly string[];
  readonly mappings: readonly SuggestedMapping[];
  /** Files that cannot be imported, with the reason. */
  readonly unread: readonly UnreadFile[];
}

/** The files of a new project, the mappings with what they say, and the files that were left out. */
export function initSummary(result: InitResult, style: ReportStyle): string {
  const { written, kept, mappings, unread } = result;
  const { language } = style;
  const isMapping = (path: string): boolean => mappings.some((each) => each.path === path);
  const lines = [
    ...written.filter((path) => !isMapping(path)).map((path) => `  + ${path}\n`),
    ...kept.map((path) => `  = ${path}  ${say("unchanged", language)}\n`),
  ];
  const left = unread.map(({ en, zh }) => `  ! ${language === "zh" ? zh : en}\n`);
  const verdict = `${say("projectMade", language, { count: written.length })}\n`;
  return [lines.join(""), mappingsText(result, style), left.join(""), verdict]
    .filter((part) => part !== "")
    .join("\n");
}

function mappingsText({ mappings, written }: InitResult, style: ReportStyle): string {
  const { language } = style;
  const shown = mappings.filter(({ path }) => written.includes(path));
  if (shown.length === 0) return "";
  const columns = [
    { title: say("mapping", language), align: "left" },
    { title: say("source", language), align: "left", cut: "start" },
    { title: say("entity", language), align: "left" },
    { title: say("columnsMapped", language), align: "right", priority: 1 },
  ] as const;
  const rows = shown.map(({ path, files, sheets, entities, mapped, columns: all }) => [
    path,
    [...files, ...sheets.map((sheet) => `#${sheet}`)].join(" "),
    [...new Set(entities)].map((entity) => labelOfEntity(entity, language)).join(", "),
    `${mapped} / ${all}`,
  ]);
  return textTable(columns, rows, style);
}
