import type { TableRow } from "../model/source.ts";
import type { Workspace } from "./open-workspace.ts";

/** A data row as it was imported; it never changes. */
export interface SourceRow extends TableRow {
  readonly id: number;
  readonly file: number;
}

/** A source row that became no record, and why. */
export interface RejectedRow {
  readonly sourceRow: number;
  readonly entity: string;
  readonly reason: string;
}

interface StoredRow {
  readonly id: number;
  readonly file: number;
  readonly row: number;
  readonly cells: string;
}

/** The data rows of one source in the order of the file. */
export function* iterateSourceRows({ reader }: Workspace, file: number): Generator<SourceRow> {
  const select = reader.prepare<[number], StoredRow>(
    "SELECT id, file, row, cells FROM source_row WHERE file = ? ORDER BY row, id",
  );
  for (const row of select.iterate(file)) yield readRow(row);
}

/** Rows of one source by their numbers: `from` and up to `to`. */
export interface SourceRowRange {
  readonly file: number;
  readonly from: number;
  readonly to: number;
}

/** The cells of a row, with the number that the row has in the workspace. */
export type RowCells = Pick<SourceRow, "id" | "cells">;

/**
 * The rows of a range in the order of the file, so many at once: whoever takes them does not hold up
 * the writer meanwhile, and one long text is read and parsed in less time than its parts. Rows are
 * found by their numbers: by an index of the files each range would look at the whole file.
 */
export function* iterateRowBatches(
  { reader }: Workspace,
  { file, from, to }: SourceRowRange,
  rowsAtOnce: number,
): Generator<readonly RowCells[]> {
  const select = reader
    .prepare<[number, number, number], Buffer | null>(
      `SELECT CAST('[[' || group_concat(id) || '],[' || group_concat(cells) || ']]' AS BLOB)
       FROM (SELECT id, cells FROM source_row NOT INDEXED
         WHERE id BETWEEN ? AND ? AND file = ? ORDER BY id)`,
    )
    .pluck();
  for (let first = from; first <= to; first += rowsAtOnce) {
    const found = select.get(first, Math.min(first + rowsAtOnce - 1, to), file) ?? null;
    if (found === null) continue;
    // Cells were written by `writeSource`.
    const [ids, rows] = JSON.parse(found.toString()) as [number[], string[][]];
    yield ids.map((id, at): RowCells => ({ id, cells: rows[at] ?? [] }));
  }
}

/** The rows of a source, cut into ranges of so many numbers. */
export function cutIntoRanges({ reader }: Workspace, file: number, size: number): SourceRowRange[] {
  const span = reader
    .prepare<[number], { readonly first: number | null; readonly last: number | null }>(
      "SELECT min(id) AS first, max(id) AS last FROM source_row WHERE file = ?",
    )
    .get(file);
  const ranges: SourceRowRange[] = [];
  const last = span?.last ?? -1;
  for (let from = span?.first ?? 0; from <= last; from += size) {
    ranges.push({ file, from, to: Math.min(from + size - 1, last) });
  }
  return ranges;
}

/** How many data rows were imported, and the largest number that one of them has. */
export function countSourceRows({ reader }: Workspace): {
  readonly count: number;
  readonly last: number;
} {
  const select = reader.prepare<[], { readonly count: number; readonly last: number }>(
    "SELECT count(*) AS count, ifnull(max(id), 0) AS last FROM source_row",
  );
  return select.get() ?? { count: 0, last: 0 };
}

/** Looks up a source row: `findSourceRow(workspace)(17)` -> the row, or undefined. */
export function findSourceRow({ reader }: Workspace): (id: number) => SourceRow | undefined {
  const select = reader.prepare<[number], StoredRow>(
    "SELECT id, file, row, cells FROM source_row WHERE id = ?",
  );
  return (id) => {
    const row = select.get(id);
    return row === undefined ? undefined : readRow(row);
  };
}

function readRow({ id, file, row, cells }: StoredRow): SourceRow {
  // Written by `writeSource` from the cells of a table row.
  return { id, file, row, cells: JSON.parse(cells) as string[] };
}

/** A rejected row with where it stands, as a person looks it up. */
export interface RejectedPlace extends RejectedRow {
  readonly place: string;
  readonly file: number;
}

/** The rejected rows with their places, `file:row`, page by page: whoever takes them may write in between. */
export function* iterateRejectedPlaces({ database }: Workspace): Generator<RejectedPlace> {
  const select = database.prepare<[number, string], RejectedPlace>(
    `SELECT source_row AS sourceRow, entity, reason, source_file.id AS file, source_file.name || ':' || source_row.row AS place
     FROM rejected_row
     JOIN source_row ON source_row.id = rejected_row.source_row
     JOIN source_file ON source_file.id = source_row.file
     WHERE (source_row, entity) > (?, ?) ORDER BY source_row, entity LIMIT 500`,
  );
  let rows = select.all(0, "");
  while (rows.length > 0) {
    yield* rows;
    const last = rows.at(-1);
    rows = last === undefined ? [] : select.all(last.sourceRow, last.entity);
  }
}
