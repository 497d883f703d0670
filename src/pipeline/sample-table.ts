import type { SourceTable, TableBatch } from "../model/source.ts";

/** Enough rows to judge a table by. */
const sampleRows = 200;

export interface SampledTable {
  /** The cells of the first rows. */
  readonly samples: readonly (readonly string[])[];
  /** All rows, those of the samples first; may be walked once. */
  readonly batches: () => AsyncIterable<TableBatch>;
}

/** The first rows of a table, looked at before it is walked. */
export async function sampleTable(table: SourceTable): Promise<SampledTable> {
  const rest = table.batches()[Symbol.asyncIterator]();
  const waiting: TableBatch[] = [];
  for (let rows = 0; rows < sampleRows;) {
    const next = await rest.next();
    if (next.done === true) break;
    waiting.push(next.value);
    rows += next.value.rows.length;
  }
  const cells = waiting.flatMap(({ rows }) => rows.map((row) => row.cells));
  return { samples: cells.slice(0, sampleRows), batches: () => walk(waiting, rest) };
}

async function* walk(
  waiting: readonly TableBatch[],
  rest: AsyncIterator<TableBatch>,
): AsyncGenerator<TableBatch> {
  yield* waiting;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    yield next.value;
  }
}
