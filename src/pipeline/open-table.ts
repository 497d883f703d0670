import { GoldpanError } from "../errors.ts";
import { openSource } from "../importers/open-source.ts";
import type { OpenedSource, ReadOptions, SourceTable } from "../model/source.ts";
import { joinSheets } from "./join-sheets.ts";

export interface OpenedTable {
  readonly source: OpenedSource;
  readonly table: SourceTable;
  /** Sheets of the table: one, or those that a pattern has joined; none of a text file. */
  readonly sheets: readonly string[];
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
  const { table, sheets, otherSheets } = choose(source.tables, options.sheet);
  if (table !== undefined) return { source, table, sheets, otherSheets };
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
  readonly sheets: readonly string[];
  readonly otherSheets: readonly string[];
}

/** The reader has left out the sheets that were not asked for. */
function choose(tables: readonly SourceTable[], asked = ""): Choice {
  if (!asked.includes("*")) {
    const [table, ...others] = tables;
    return { table, sheets: sheetsOf(tables.slice(0, 1)), otherSheets: others.map(nameOf) };
  }
  const joined = joinSheets(tables);
  return { table: joined?.table, sheets: joined?.sheets ?? [], otherSheets: joined?.others ?? [] };
}

function sheetsOf(tables: readonly SourceTable[]): string[] {
  return tables.flatMap(({ sheet }) => (sheet === null ? [] : [sheet]));
}

function nameOf({ sheet }: SourceTable): string {
  return sheet ?? "";
}
