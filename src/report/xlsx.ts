import type { Worksheet } from "exceljs";
import { withoutZipDates } from "./zip-dates.ts";

/** A table for a workbook; every cell is text, so no number is rounded and no zero lost. */
export interface WorkbookTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly string[]>;
  /** Columns in which Excel offers these words and takes no others. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** Columns that are there for the program that reads the file back. */
  readonly hidden?: readonly string[];
}

/** The bytes of a workbook with one sheet, header in bold and frozen. Same table, same bytes. */
export async function xlsxOfTable(table: WorkbookTable): Promise<Uint8Array> {
  return xlsxOfTables([table]);
}

/** The same with a sheet for each table, in their order. */
export async function xlsxOfTables(tables: readonly WorkbookTable[]): Promise<Uint8Array> {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  for (const table of tables) {
    const sheet = workbook.addWorksheet(sheetName(table.name), {
      views: [{ state: "frozen", ySplit: 1 }],
    });
    sheet.addRow([...table.columns]).font = { bold: true };
    for (const cells of table.rows) sheet.addRow([...cells]);
    dressColumns(sheet, table);
  }
  return withoutZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Words to choose from, a filter over all columns where there are any, and hidden columns. */
function dressColumns(
  sheet: Worksheet,
  { columns, choices = {}, hidden = [] }: WorkbookTable,
): void {
  for (const [column, words] of Object.entries(choices)) {
    const at = columns.indexOf(column) + 1;
    for (let row = 2; row <= sheet.rowCount; row += 1) {
      sheet.getCell(row, at).dataValidation = {
        type: "list",
        allowBlank: true,
        formulae: [`"${words.join(",")}"`],
        showErrorMessage: true,
      };
    }
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  }
  for (const column of hidden) sheet.getColumn(columns.indexOf(column) + 1).hidden = true;
}

/** Excel allows 31 letters and none of `\ / ? * [ ] :` in a sheet's name. */
export function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31) || "Sheet1";
}
