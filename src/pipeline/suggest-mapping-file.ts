import { exportDate } from "../mapping/export-name.ts";
import { draftText } from "../mapping/mapping-draft.ts";
import type { Model } from "../model/entity.ts";
import type { ReadOptions } from "../model/source.ts";
import { openTable } from "./open-table.ts";
import { draftTable } from "./starting/draft-table.ts";

/**
 * A proposed mapping for a file, as YAML with `suggested: true` and the reason of each line.
 * `fileName` is how the mapping shall name the file, from the project folder. Of a workbook with
 * several sheets it names the one it is for.
 */
export async function suggestMappingFile(
  path: string,
  fileName: string,
  read: ReadOptions,
  model: Model,
): Promise<string> {
  const { source, table, otherSheets } = await openTable(path, read);
  try {
    const isNamed = table.sheet !== null && (otherSheets.length > 0 || read.sheet !== undefined);
    const exportedAt = exportDate(table.preamble, fileName);
    return draftText({
      ...(await draftTable(table, fileName, model)),
      ...(isNamed && { sheets: [table.sheet ?? ""] }),
      ...(read.headerRow !== undefined && { header: read.headerRow }),
      ...(exportedAt !== undefined && { exportedAt }),
    });
  } finally {
    await source.close();
  }
}
