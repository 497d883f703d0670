import { GoldpanError } from "../errors.ts";
import { openSource } from "../importers/open-source.ts";
import type { OpenedSource, ReadOptions, SourceTable } from "../model/source.ts";
import { joinSheets } from "./join-sheets.ts";

export interface OpenedTable {
  readonly source: OpenedSource;
  readonly table: SourceTable;
  /** Sheets with data that were not read: the caller says so. */
  readonly otherSheets: readonly string[];
}

/**
 * The one table that a filter works on: the sheet that was named, the sheets of a pattern (`*`) as one
 * table with a column for their names, else the first one with data. Throws when the file cannot be
 * read or has no such sheet.
 */
export async function openTable(path: string, options: ReadOptions): Promise<OpenedTable> {
  const source = await openSource(path, options);
  const { table, otherSheets } = choose(source.tables, options.sheet);
  if (table !== undefined) return { source, table, otherSheets };
  await source.close();
  const { sheet = "" } = options;
  throw new GoldpanError("IMPORT_SHEET_MISSING", {
    file: path,
    sheet,
    sheets: otherSheets.join(", "),
  });
}

interface Choice {
  readonly table: SourceTable | undefined;
  readonly otherSheets: readonly string[];
}

/** The reader has left out the sheets that were not asked for. */
function choose(tables: readonly SourceTable[], asked: string | undefined): Choice {
  if (asked?.includes("*") === true) {
    const joined = joinSheets(tables);
    return { table: joined?.table, otherSheets: joined?.others ?? [] };
  }
  const [table, ...others] = tables;
  return { table, otherSheets: others.map(({ sheet }) => sheet ?? "") };
}
