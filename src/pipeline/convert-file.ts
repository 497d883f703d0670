import type {
  QuarantinedRow,
  ReadOptions,
  RowCounts,
  SourceTable,
  TableRow,
} from "../model/source.ts";
import { csvRow } from "../report/csv.ts";
import { NdjsonOutput } from "./ndjson-output.ts";
import { openTable } from "./open-table.ts";
import { keepFirst, readNotes, type ReadNote } from "./read-notes.ts";
import { TextOutput, type Write } from "./text-output.ts";
import { writeXlsx } from "./xlsx-output.ts";

export interface ConvertOptions {
  readonly read: ReadOptions;
  readonly to: "csv" | "ndjson" | "xlsx";
  readonly bom: boolean;
  readonly excelSafe: boolean;
}

export interface ConvertResult {
  readonly counts: RowCounts;
  /** The first thousand of them; `counts` has them all. */
  readonly quarantined: readonly QuarantinedRow[];
  readonly otherSheets: readonly string[];
  readonly notes: readonly ReadNote[];
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
        ? await writeXlsx(table, write)
        : await writeRows(table, sinkFor(table, options, write));
    const notes = readNotes(source, table);
    return { counts: table.counts(), quarantined, otherSheets, notes };
  } finally {
    await source.close();
  }
}

/** Takes the rows of a table in order. */
interface RowSink {
  addAll(rows: readonly TableRow[]): Promise<void>;
  end(): Promise<void>;
}

function sinkFor({ columns }: SourceTable, options: ConvertOptions, write: Write): RowSink {
  if (options.to === "ndjson") return new NdjsonOutput(columns, write);
  const output = new TextOutput(write);
  const style = { excelSafe: options.excelSafe };
  const head = output.add(`${options.bom ? "\ufeff" : ""}${csvRow(columns, style)}`);
  return {
    addAll: async (rows) => {
      await head;
      await output.add(rows.map(({ cells }) => csvRow(cells, style)).join(""));
    },
    end: () => output.flush(),
  };
}

async function writeRows(table: SourceTable, sink: RowSink): Promise<QuarantinedRow[]> {
  const quarantined: QuarantinedRow[] = [];
  for await (const batch of table.batches()) {
    keepFirst(quarantined, batch.quarantined);
    await sink.addAll(batch.rows);
  }
  await sink.end();
  return quarantined;
}
