import type { EntityName } from "../model/entity.ts";
import type { PlanTable, StoreRow, StoreValue } from "../model/plan.ts";
import type { JournalEntry } from "../stores/journal.ts";
import { hashRow, isSameValue } from "./row-hash.ts";

/** A value that is not what the load wrote. */
export interface RowDifference {
  readonly seq: number;
  readonly entity: EntityName;
  readonly table: string;
  readonly key: StoreValue;
  /** "" when the whole row is gone; `*` for a column that the load did not change. */
  readonly column: string;
  readonly expected: StoreValue;
  readonly actual: StoreValue;
}

/**
 * Compares rows with what the journal says of them, in the same order: every column the load
 * wrote, and by the hash the columns of the mapping that it left as they were.
 */
export function compareRows(
  entries: readonly JournalEntry[],
  rows: readonly (StoreRow | undefined)[],
  { table, known }: ComparedTable,
): RowDifference[] {
  return entries.flatMap((entry, at) => compareRow(entry, rows[at], { table, known }));
}

export interface ComparedTable {
  readonly table: PlanTable;
  /** The columns it had when it was loaded. */
  readonly known: ReadonlySet<string>;
}

function compareRow(
  entry: JournalEntry,
  row: StoreRow | undefined,
  { table: { columns, volatile }, known }: ComparedTable,
): RowDifference[] {
  const { seq, entity, table, key } = entry;
  const place = { seq, entity, table, key };
  if (row === undefined) return [{ ...place, column: "", expected: null, actual: null }];
  const different = columnsToCompare(entry, row, known)
    .filter((column) => !volatile.includes(column))
    .filter((column) => !isSameValue(row[column], entry.after[column]))
    .map((column) => {
      const expected = entry.after[column] ?? null;
      return { ...place, column, expected, actual: row[column] ?? null };
    });
  // An inserted row was compared whole; of an updated one the hash tells about the rest.
  const isWhole = entry.kind === "insert" || hashRow(row, columns) === entry.afterHash;
  if (different.length > 0 || isWhole) return different;
  return [{ ...place, column: "*", expected: null, actual: null }];
}

/** An inserted row is in the journal whole: what it leaves out has no value. */
function columnsToCompare(
  { kind, after }: JournalEntry,
  row: StoreRow,
  known: ReadonlySet<string>,
): readonly string[] {
  const written = Object.keys(after);
  if (kind !== "insert") return written;
  const added = Object.keys(row).filter((column) => !(column in after) && known.has(column));
  return added.length === 0 ? written : [...written, ...added];
}
