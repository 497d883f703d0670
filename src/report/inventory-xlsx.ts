import type { Inventory } from "../model/inventory.ts";
import { columnsSection, personalText } from "./inventory-columns.ts";
import { inventorySections } from "./inventory-sections.ts";
import type { ReportStyle } from "./report-style.ts";
import { say } from "./words.ts";
import { xlsxOfTables, type WorkbookTable } from "./xlsx.ts";

/** 数据盘点 as a workbook: a sheet for each part of the screen, and one with all columns of all tables. */
export async function inventoryXlsx(inventory: Inventory, style: ReportStyle): Promise<Uint8Array> {
  const parts = inventorySections(inventory, style).map(({ title, columns, rows }) => ({
    name: title,
    columns: columns.map((column) => column.title),
    rows,
  }));
  return xlsxOfTables([...parts, allColumns(inventory, style)]);
}

function allColumns({ tables }: Inventory, style: ReportStyle): WorkbookTable {
  const { language } = style;
  const sections = tables.map((table) => ({ table, ...columnsSection(table, style) }));
  const titles = sections[0]?.columns.map(({ title }) => title) ?? [];
  return {
    name: say("inventoryColumns", language),
    columns: [say("table", language), ...titles, say("inventoryPersonal", language)],
    rows: sections.flatMap(({ table, rows }) =>
      rows.map((cells, at) => {
        const column = table.columns[at];
        const personal = column === undefined ? "" : personalText(column, language);
        return [table.name, ...cells, personal];
      }),
    ),
  };
}
