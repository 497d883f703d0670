import { GoldpanError } from "../errors.ts";
import { openSource } from "../importers/open-source.ts";
import type { OpenedSource, ReadOptions, SourceTable } from "../model/source.ts";

export interface OpenedTable {
  readonly source: OpenedSource;
  readonly table: SourceTable;
  /** Sheets with data that were not read: the caller says so. */
  readonly otherSheets: readonly string[];
}

/**
 * The one table that a filter works on: the sheet that was named, else the first one with data.
 * Throws when the file cannot be read or has no sheet of that name.
 */
export async function openTable(path: string, options: ReadOptions): Promise<OpenedTable> {
  const source = await openSource(path, options);
  const [table, ...others] = source.tables;
  if (table === undefined) {
    await source.close();
    throw new GoldpanError("IMPORT_SHEET_MISSING", { file: path, sheet: options.sheet ?? "" });
  }
  return { source, table, otherSheets: others.map(({ sheet }) => sheet ?? "") };
}
