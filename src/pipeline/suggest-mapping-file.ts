import { suggestMapping } from "../mapping/suggest-mapping.ts";
import type { Model } from "../model/entity.ts";
import type { ReadOptions } from "../model/source.ts";
import { openTable } from "./open-table.ts";

const sampleRows = 200;

/**
 * A proposed mapping for a file, as YAML with `suggested: true` and the reason of each line.
 * `fileName` is how the mapping shall name the file, from the project folder.
 */
export async function suggestMappingFile(
  path: string,
  fileName: string,
  read: ReadOptions,
  model: Model,
): Promise<string> {
  const { source, table } = await openTable(path, read);
  try {
    const samples: (readonly string[])[] = [];
    for await (const { rows } of table.batches()) {
      samples.push(...rows.slice(0, sampleRows - samples.length).map(({ cells }) => cells));
      if (samples.length >= sampleRows) break;
    }
    return suggestMapping({ columns: table.columns, samples, fileName }, model);
  } finally {
    await source.close();
  }
}
