import { toShared } from "../dedupe/growing-array.ts";
import { sortTexts } from "../dedupe/sort-texts.ts";
import { textAt, TextPoolBuilder, type TextPool } from "../dedupe/text-pool.ts";
import { GoldpanError } from "../errors.ts";
import type { QuarantinedRow, SourceTable, TableRow } from "../model/source.ts";

/** What names the rows of a table. */
export interface IdQuestion {
  readonly path: string;
  /** Column whose value is the record's name; else the 1-based data row. */
  readonly id?: string | undefined;
}

/** The ids of the rows of a table. */
export interface RowIds {
  /** In the order of the rows; the id of row 0 is text 1. */
  readonly texts: TextPool;
  /** Row numbers from 0 in the order of their record ids (code point). */
  readonly rowsById: Int32Array;
}

/** Takes a row by its number from 0; where it must be waited for, a promise says so. */
export type UseRow = (row: TableRow, number: number) => Promise<void> | undefined | void;

interface NamedTable {
  readonly ids: RowIds;
  readonly quarantined: readonly QuarantinedRow[];
}

/**
 * Reads all rows of a table and keeps their ids. Throws DEDUPE_ID_BLANK, DEDUPE_ID_NOT_UNIQUE and
 * USAGE_UNKNOWN_COLUMN.
 */
export async function readIds(
  table: SourceTable,
  question: IdQuestion,
  use: UseRow,
): Promise<NamedTable> {
  const idColumn = idColumnOf(table.columns, question);
  const ids = new TextPoolBuilder();
  const quarantined: QuarantinedRow[] = [];
  for await (const batch of table.batches()) {
    quarantined.push(...batch.quarantined);
    for (const row of batch.rows) {
      const number = ids.size;
      const id = idColumn < 0 ? String(number + 1) : cellAt(row, idColumn).trim();
      if (id === "") throw blankId(question, row.row);
      ids.add(id);
      const waiting = use(row, number);
      if (waiting !== undefined) await waiting;
    }
  }
  const texts = ids.finish();
  return { ids: { texts, rowsById: sortRows(texts, question.path) }, quarantined };
}

/** The position of the column that names rows, -1 where their numbers do. Throws USAGE_UNKNOWN_COLUMN. */
export function idColumnOf(columns: readonly string[], { id, path }: IdQuestion): number {
  if (id === undefined) return -1;
  const index = columns.indexOf(id);
  if (index >= 0) return index;
  const details = { file: path, column: id, columns: columns.join(", ") };
  throw new GoldpanError("USAGE_UNKNOWN_COLUMN", details);
}

/** The text of one cell, without decoding the others; "" beyond the end of the row. */
export function cellAt(row: TableRow, column: number): string {
  const { encoded } = row;
  // Whoever asks for the cells of a row decodes them all.
  if (encoded === undefined) return row.cells[column] ?? "";
  return column < encoded.width ? encoded.cellAt(column) : "";
}

function blankId({ path, id }: IdQuestion, row: number): GoldpanError {
  const place = { file: path, row, column: id };
  return new GoldpanError("DEDUPE_ID_BLANK", { file: path, column: id ?? "", row }, { place });
}

function sortRows(texts: TextPool, file: string): Int32Array {
  const sorted = sortTexts(texts, (id) => {
    throw new GoldpanError("DEDUPE_ID_NOT_UNIQUE", { file, id: textAt(texts, id) });
  });
  const rows = toShared(sorted);
  // Ids of the pool begin at 1, rows at 0.
  for (let at = 0; at < rows.length; at += 1) rows[at] = (rows[at] ?? 0) - 1;
  return rows;
}
