import { exportDate } from "../mapping/export-name.ts";
import { draftText, type MappingDraft } from "../mapping/mapping-draft.ts";
import type { Model } from "../model/entity.ts";
import type { ReadOptions } from "../model/source.ts";
import { openTable, type OpenedTable } from "./open-table.ts";
import { draftTable } from "./starting/draft-table.ts";
import { fieldOfSheets } from "./starting/group-tables.ts";

/**
 * A proposed mapping for a file, as YAML with `suggested: true` and the reason of each line.
 * `fileName` is how the mapping shall name the file, from the project folder. Of a workbook with
 * several sheets it names the one it is for, or the pattern, and reads from their names whose they are.
 */
export async function suggestMappingFile(
  path: string,
  fileName: string,
  read: ReadOptions,
  model: Model,
): Promise<string> {
  const opened = await openTable(path, read);
  try {
    const exportedAt = exportDate(opened.table.preamble, fileName);
    return draftText({
      ...(await draftSheets(opened, read, { fileName, model })),
      ...(read.headerRow !== undefined && { header: read.headerRow }),
      ...(exportedAt !== undefined && { exportedAt }),
    });
  } finally {
    await opened.source.close();
  }
}

interface DraftContext {
  readonly fileName: string;
  readonly model: Model;
}

async function draftSheets(
  { table, sheets, otherSheets }: OpenedTable,
  { sheet: asked }: ReadOptions,
  { fileName, model }: DraftContext,
): Promise<MappingDraft> {
  if (asked?.includes("*") === true) {
    // The column of the sheets' names is the last one; it is no column of the file to guess about.
    const own = { ...table, columns: table.columns.slice(0, -1) };
    const draft = await draftTable(own, fileName, model);
    const fields = [...draft.fields, ...fieldOfSheets(sheets, draft)];
    return { ...draft, fields, sheets: [asked] };
  }
  const isNamed = sheets.length > 0 && (otherSheets.length > 0 || asked !== undefined);
  return { ...(await draftTable(table, fileName, model)), ...(isNamed && { sheets }) };
}
