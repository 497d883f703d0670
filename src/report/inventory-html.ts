import type { Inventory, InventoryAdvice, InventoryTable } from "../model/inventory.ts";
import { formatCount } from "./format-number.ts";
import { escapeHtml, htmlPage } from "./html-page.ts";
import { htmlTable, type CellTone } from "./html-table.ts";
import { columnsSection, personalText } from "./inventory-columns.ts";
import { distinctText, inventorySections } from "./inventory-sections.ts";
import { inventoryVerdict } from "./inventory-text.ts";
import type { ReportStyle } from "./report-style.ts";
import { say } from "./words.ts";

/** 数据盘点 as one offline page: the parts of the screen, and every table with its columns. */
export function inventoryHtml(inventory: Inventory, style: ReportStyle): string {
  const { language } = style;
  const sections = inventorySections(inventory, style).map(({ title, columns, rows }) => {
    const isWorth = title === say("inventoryWorth", language);
    const toneOf = (row: number, column: number): CellTone | undefined =>
      isWorth && column === columns.length - 1 ? toneOfAdvice(inventory.tables[row]) : undefined;
    return `<section><h2>${escapeHtml(title)}</h2>\n${htmlTable(columns, rows, toneOf)}</section>\n`;
  });
  const tables = inventory.tables.map((table) => tableHtml(table, style));
  return htmlPage({
    language,
    title: say("inventoryTitle", language),
    lead: inventoryVerdict(inventory, language).join("; "),
    body: [tilesHtml(inventory, style), ...sections, ...tables].join(""),
  });
}

const tones: Readonly<Record<InventoryAdvice["verdict"], CellTone | undefined>> = {
  migrate: "good",
  attach: "good",
  reference: undefined,
  copy: "warn",
  look: "bad",
};

function toneOfAdvice(table: InventoryTable | undefined): CellTone | undefined {
  return table === undefined ? undefined : tones[table.advice.verdict];
}

function tilesHtml(inventory: Inventory, { language }: ReportStyle): string {
  const { files, tables, personal, totals } = inventory;
  const migrate = tables.filter(({ advice }) => advice.verdict === "migrate");
  const tiles = [
    [formatCount(files.length), say("tileFiles", language)],
    [formatCount(totals.rows), say("tileRows", language)],
    [distinctText(totals.companies), say("tileCompanies", language)],
    [`${migrate.length} / ${tables.length}`, say("tileMigrate", language)],
    [
      formatCount(personal.reduce((sum, { cells }) => sum + cells, 0)),
      say("tilePersonal", language),
    ],
  ].map(
    ([number = "", label = ""]) =>
      `<div class="tile"><b>${escapeHtml(number)}</b><span>${escapeHtml(label)}</span></div>`,
  );
  return `<section class="tiles">${tiles.join("")}</section>\n`;
}

function tableHtml(table: InventoryTable, style: ReportStyle): string {
  const { title, columns, rows } = columnsSection(table, style);
  const personal = { title: say("inventoryPersonal", style.language), align: "left" } as const;
  const withPersonal = rows.map((cells, at) => {
    const column = table.columns[at];
    return [...cells, column === undefined ? "" : personalText(column, style.language)];
  });
  const count = say("tableSize", style.language, {
    rows: table.rows,
    columns: table.columns.length,
  });
  const preamble = table.preamble.map((line) => `<p><small>${escapeHtml(line)}</small></p>\n`);
  return `<details><summary>${escapeHtml(title)} <small>${escapeHtml(count)}</small></summary>
${preamble.join("")}${htmlTable([...columns, personal], withPersonal)}</details>
`;
}
