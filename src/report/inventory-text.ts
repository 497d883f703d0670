import type { Inventory } from "../model/inventory.ts";
import { columnsSection } from "./inventory-columns.ts";
import { inventorySections, type ReportSection } from "./inventory-sections.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

export interface InventoryTextStyle extends ReportStyle {
  /** The columns of every table; by default only where there are one or two. */
  readonly verbose?: boolean;
}

const fewTables = 2;
const [mostRows, mostPairs] = [40, 8];

/**
 * 数据盘点 on a screen: what there is, what it is worth and what must migrate, what the tables
 * share, the personal data in them, the files that could not be read, and the columns of few tables.
 */
export function inventoryText(inventory: Inventory, style: InventoryTextStyle): string {
  const { tables } = inventory;
  const withColumns = style.verbose === true || tables.length <= fewTables;
  const sections = [
    ...inventorySections(inventory, style),
    ...(withColumns ? tables.map((table) => columnsSection(table, style)) : []),
  ];
  const parts = sections.map((section) => sectionText(section, style));
  return [...parts, notesText(inventory, { ...style, verbose: withColumns })].join("\n");
}

function sectionText({ title, columns, rows }: ReportSection, style: InventoryTextStyle): string {
  const isPairs = title === say("inventoryShared", style.language);
  const shown = style.verbose === true ? rows : rows.slice(0, isPairs ? mostPairs : mostRows);
  const left = rows.length - shown.length;
  const more = left > 0 ? `  ${say("more", style.language, { count: left })}\n` : "";
  return `${title}\n${textTable(columns, shown, style)}${more}`;
}

function notesText(inventory: Inventory, { language, verbose }: InventoryTextStyle): string {
  const { tables, totals } = inventory;
  const counts = [totals.companies, ...tables.map(({ distinctRows }) => distinctRows)];
  const notes = [
    ...(counts.every(({ exact }) => exact) ? [] : [say("estimateNote", language)]),
    ...(verbose === true ? [] : [say("moreColumns", language)]),
    ...inventoryVerdict(inventory, language),
  ];
  return notes.map((line) => `${line}\n`).join("");
}

/** What could not be read, and last how much was inspected. */
export function inventoryVerdict(
  { files, tables, unread, totals }: Inventory,
  language: ReportStyle["language"],
): string[] {
  const inspected = say("inventoryFiles", language, {
    tables: say("tablesCounted", language, { count: tables.length }),
    files: say("filesCounted", language, { count: files.length }),
    rows: totals.rows,
    columns: totals.columns,
    companies: totals.companies.count,
  });
  if (unread.length === 0) return [inspected];
  return [say("inventoryUnread", language, { count: unread.length }), inspected];
}
