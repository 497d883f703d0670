import { GoldpanError } from "../../src/errors.ts";
import { openSource } from "../../src/importers/open-source.ts";
import type { OpenedSource, SourceTable } from "../../src/model/source.ts";

/** What is wrong with how a file was read, or undefined: it was read, or refused by name. */
export async function readCase(path: string): Promise<string | undefined> {
  let source: OpenedSource;
  try {
    source = await openSource(path);
  } catch (error) {
    return named(error);
  }
  try {
    for (const table of source.tables) {
      const fault = await faultOf(table);
      if (fault !== undefined) return fault;
    }
    return source.tables.length === 0 ? "no table and no error" : undefined;
  } catch (error) {
    return named(error);
  } finally {
    await source.close();
  }
}

function named(error: unknown): string | undefined {
  if (error instanceof GoldpanError) return undefined;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function faultOf(table: SourceTable): Promise<string | undefined> {
  let rows = 0;
  for await (const batch of table.batches()) {
    const odd = batch.rows.find(
      ({ cells }) =>
        cells.length !== table.columns.length || cells.some((cell) => typeof cell !== "string"),
    );
    if (odd !== undefined) return `row ${odd.row} is not as wide as the header`;
    rows += batch.rows.length + batch.quarantined.length;
  }
  const { data, quarantined } = table.counts();
  if (data + quarantined !== rows) return `${rows} rows, but ${data} + ${quarantined} counted`;
  return rows === 0 ? "an empty table and no error" : undefined;
}
