import type { QuarantinedRow, ReadOptions, RowCounts, SourceTable } from "../model/source.ts";
import { csvRow } from "../report/csv.ts";
import { xlsxOfTable } from "../report/xlsx.ts";
import { openTable } from "./open-table.ts";
import { TextOutput, type Write } from "./text-output.ts";

export interface ConvertOptions {
  readonly read: ReadOptions;
  readonly to: "csv" | "ndjson" | "xlsx";
  readonly bom: boolean;
  readonly excelSafe: boolean;
}

export interface ConvertResult {
  readonly counts: RowCounts;
  readonly quarantined: readonly QuarantinedRow[];
  readonly otherSheets: readonly string[];
}

/**
 * Any readable table as plain rows: header first, every cell a string, in file order. Rows that
 * the reader set aside are returned with their text, never dropped.
 * `a.xls` -> `客户名称,电话\n华宸精密,0755-1234\n`
 */
export async function convertFile(
  path: string,
  options: ConvertOptions,
  write: Write,
): Promise<ConvertResult> {
  const { source, table, otherSheets } = await openTable(path, options.read);
  try {
    const quarantined =
      options.to === "xlsx"
        ? await writeWorkbook(table, write)
        : await writeRows(table, rowWriter(table.columns, options), write);
    return { counts: table.counts(), quarantined, otherSheets };
  } finally {
    await source.close();
  }
}

interface RowWriter {
  readonly head: string;
  readonly row: (cells: readonly string[]) => string;
}

function rowWriter(columns: readonly string[], options: ConvertOptions): RowWriter {
  if (options.to === "ndjson") return { head: "", row: (cells) => ndjsonRow(columns, cells) };
  const style = { excelSafe: options.excelSafe };
  const head = `${options.bom ? "\ufeff" : ""}${csvRow(columns, style)}`;
  return { head, row: (cells) => csvRow(cells, style) };
}

function ndjsonRow(columns: readonly string[], cells: readonly string[]): string {
  const entries = columns.map((column, index) => [column, cells[index] ?? ""] as const);
  return `${JSON.stringify(Object.fromEntries(entries))}\n`;
}

async function writeRows(
  table: SourceTable,
  writer: RowWriter,
  write: Write,
): Promise<QuarantinedRow[]> {
  const output = new TextOutput(write);
  const quarantined: QuarantinedRow[] = [];
  await output.add(writer.head);
  for await (const batch of table.batches()) {
    quarantined.push(...batch.quarantined);
    for (const { cells } of batch.rows) await output.add(writer.row(cells));
  }
  await output.flush();
  return quarantined;
}

async function writeWorkbook(table: SourceTable, write: Write): Promise<QuarantinedRow[]> {
  const rows: (readonly string[])[] = [];
  const quarantined: QuarantinedRow[] = [];
  for await (const batch of table.batches()) {
    quarantined.push(...batch.quarantined);
    for (const { cells } of batch.rows) rows.push(cells);
  }
  await write(await xlsxOfTable({ name: table.sheet ?? "Sheet1", columns: table.columns, rows }));
  return quarantined;
}
