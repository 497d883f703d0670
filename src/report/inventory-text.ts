import { formatCount, formatShare } from "./format-number.ts";
import { labelOfEntity, labelOfField } from "./label-of.ts";
import { canonicalModel, findField } from "../model/canonical-model.ts";
import type { EntityName } from "../model/entity.ts";
import { maskValue } from "./mask.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** What one column holds. */
export interface InventoryColumn {
  readonly heading: string;
  /** Field of the model that it probably is, null when none is likely. */
  readonly field: string | null;
  readonly filled: number;
  readonly distinct: number;
  /** A few values as they stand; reports mask them. */
  readonly examples: readonly string[];
}

/** What one table really is: one sheet, or the whole of a text file. */
export interface InventoryTable {
  readonly path: string;
  readonly sheet: string | null;
  readonly format: string;
  readonly encoding: string | null;
  /** Row of the header as Excel counts, 0 when there is none. */
  readonly headerRow: number;
  readonly rows: number;
  /** Likely source system, "" when unknown. */
  readonly system: string;
  readonly entity: EntityName | null;
  readonly columns: readonly InventoryColumn[];
}

/** Values of a field that two tables have in common. */
export interface InventoryOverlap {
  readonly left: string;
  readonly right: string;
  readonly field: string;
  readonly shared: number;
}

/** What is in a set of files. */
export interface Inventory {
  readonly tables: readonly InventoryTable[];
  readonly overlaps: readonly InventoryOverlap[];
}

/** 数据盘点: every table with what it is, its columns with fill rate and masked examples, overlaps. */
export function inventoryText({ tables, overlaps }: Inventory, style: ReportStyle): string {
  const { language } = style;
  const verdict = say("inventoryFiles", language, {
    count: tables.length,
    rows: tables.reduce((sum, each) => sum + each.rows, 0),
    columns: tables.reduce((sum, each) => sum + each.columns.length, 0),
  });
  const parts = [
    overviewText(tables, style),
    ...tables.map((table) => columnsText(table, style)),
    overlapText(overlaps, style),
    `${verdict}\n`,
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function overviewText(tables: readonly InventoryTable[], style: ReportStyle): string {
  const { language } = style;
  const columns = [
    { title: say("source", language), align: "left", cut: "start" },
    { title: say("sheet", language), align: "left" },
    { title: say("format", language), align: "left", priority: 1 },
    { title: say("header", language), align: "right", priority: 3 },
    { title: say("rows", language), align: "right" },
    { title: say("entity", language), align: "left" },
    { title: say("system", language), align: "left", priority: 2 },
  ] as const;
  const rows = tables.map((table) => [
    table.path,
    table.sheet ?? "",
    table.encoding === null ? table.format : `${table.format} ${table.encoding}`,
    formatCount(table.headerRow),
    formatCount(table.rows),
    table.entity === null ? "" : labelOfEntity(table.entity, language),
    table.system,
  ]);
  return textTable(columns, rows, style);
}

function columnsText(table: InventoryTable, style: ReportStyle): string {
  const { language } = style;
  const columns = [
    { title: say("column", language), align: "left" },
    { title: say("field", language), align: "left" },
    { title: say("filled", language), align: "right" },
    { title: say("distinct", language), align: "right", priority: 2 },
    { title: say("examples", language), align: "left", priority: 1 },
  ] as const;
  const rows = table.columns.map((column) => [
    column.heading,
    column.field === null ? "" : labelOfField(table.entity ?? "", column.field, language),
    formatShare(column.filled, table.rows),
    formatCount(column.distinct),
    examplesText(column, table.entity, style),
  ]);
  const title = table.sheet === null ? table.path : `${table.path}  ${table.sheet}`;
  return `${title}\n${textTable(columns, rows, style)}`;
}

function examplesText(
  { field, examples }: InventoryColumn,
  entity: EntityName | null,
  { showValues = false }: ReportStyle,
): string {
  const known =
    field === null || entity === null ? undefined : findField(canonicalModel, entity, field);
  return examples.map((each) => (showValues ? each : maskValue(known, each))).join(", ");
}

function overlapText(overlaps: readonly InventoryOverlap[], { language }: ReportStyle): string {
  if (overlaps.length === 0) return "";
  const lines = overlaps.map(
    ({ shared, ...each }) => `  ${say("inBoth", language, { ...each, count: shared })}\n`,
  );
  return `${say("overlap", language)}\n${lines.join("")}`;
}
