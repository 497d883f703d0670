import { withoutZipDates } from "./zip-dates.ts";

/** A table for a workbook; every cell is text, so no number is rounded and no zero lost. */
export interface WorkbookTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly string[]>;
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
  }
  return withoutZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Excel allows 31 letters and none of `\ / ? * [ ] :` in a sheet's name. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31) || "Sheet1";
}
