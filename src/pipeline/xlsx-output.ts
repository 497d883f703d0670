import { GoldpanError } from "../errors.ts";
import type { QuarantinedRow, SourceTable } from "../model/source.ts";
import {
  mostColumns,
  mostLetters,
  mostRows,
  RowXml,
  sheetEnd,
  sheetPart,
  sheetStart,
  workbookParts,
} from "../report/sheet-xml.ts";
import { sheetName } from "../report/xlsx.ts";
import { keepFirst } from "./read-notes.ts";
import type { Write } from "./text-output.ts";
import { ZipOutput } from "./zip-output.ts";

/** An entry of a zip without its 64-bit extension. */
const mostBytes = 0xffffffff;

/**
 * A table as a workbook of one sheet, every cell text, written as it is read: memory does not grow
 * with its rows. Returns the rows that were set aside. Throws OUTPUT_TOO_LARGE where a sheet ends.
 */
export async function writeXlsx(table: SourceTable, write: Write): Promise<QuarantinedRow[]> {
  const zip = new ZipOutput(write);
  for (const [name, content] of workbookParts(sheetName(table.sheet ?? "Sheet1")))
    await zip.add(name, content);
  const quarantined: QuarantinedRow[] = [];
  await zip.addStream(sheetPart, sheetOf(table, quarantined));
  await zip.end();
  return quarantined;
}

async function* sheetOf(table: SourceTable, quarantined: QuarantinedRow[]): AsyncGenerator<Buffer> {
  assertFits(table.columns.length, mostColumns, "columns");
  const rows = new RowXml(table.columns.length);
  let [row, bytes] = [1, 0];
  yield Buffer.from(sheetStart + rows.write(checked(table.columns), row));
  for await (const batch of table.batches()) {
    keepFirst(quarantined, batch.quarantined);
    let xml = "";
    for (const { cells } of batch.rows) xml += rows.write(checked(cells), (row += 1));
    assertFits(row, mostRows, "rows");
    const chunk = Buffer.from(xml);
    assertFits((bytes += chunk.length), mostBytes - sheetStart.length, "bytes");
    yield chunk;
  }
  yield Buffer.from(sheetEnd);
}

function checked(cells: readonly string[]): readonly string[] {
  for (const cell of cells)
    if (cell.length > mostLetters) assertFits(cell.length, mostLetters, "letters");
  return cells;
}

const chinese = { rows: "行", columns: "列", letters: "字 (一个单元格)", bytes: "字节" } as const;
const english = {
  rows: "rows",
  columns: "columns",
  letters: "letters in a cell",
  bytes: "bytes",
} as const;

function assertFits(found: number, most: number, what: keyof typeof chinese): void {
  if (found <= most) return;
  const details = { what: english[what], whatZh: chinese[what], most };
  throw new GoldpanError("OUTPUT_TOO_LARGE", details);
}
