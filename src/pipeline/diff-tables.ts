import { GoldpanError } from "../errors.ts";
import { guessEntity, recogniseColumns } from "../importers/heading-alias.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import type { ReadOptions } from "../model/source.ts";
import type { DiffColumn, DiffSide, TableDiff } from "../model/table-diff.ts";
import { changesByColumn } from "./diffing/changes-by-column.ts";
import { keyTextOf, placesOf, type Places } from "./diffing/keyed-cells.ts";
import { RowIndex } from "./diffing/row-index.ts";
import { sortOut } from "./diffing/sort-out.ts";
import { openTable } from "./open-table.ts";

export interface DiffQuestion {
  readonly old: string;
  readonly new: string;
  readonly key: readonly string[];
  readonly read: ReadOptions;
}

interface Version {
  readonly file: string;
  readonly columns: readonly string[];
  readonly places: Places;
  readonly read: ReadOptions;
}

/**
 * Two versions of a table by key: rows added and removed, cells changed in the columns that both
 * have. Cells are compared without spaces around them; a key that is blank or stands in several
 * rows is ambiguous and compared with nothing. Reads OLD twice and NEW once, and keeps of a row
 * that stayed the same a digest only. Throws USAGE_UNKNOWN_COLUMN for a key that is not there.
 */
export async function diffTables(question: DiffQuestion): Promise<TableDiff> {
  const [oldColumns, newColumns] = [
    await columnsOf(question.old, question.read),
    await columnsOf(question.new, question.read),
  ];
  const shared = newColumns.filter((column) => oldColumns.includes(column));
  const version = (file: string, columns: readonly string[]): Version => {
    assertKey(question.key, columns, file);
    return { file, columns, places: placesOf(columns, question.key, shared), read: question.read };
  };
  const oldVersion = version(question.old, oldColumns);
  const newVersion = version(question.new, newColumns);
  const index = new RowIndex();
  const old = await walk(oldVersion, (cells) => index.addOld(keyed(cells, oldVersion)));
  const now = await walk(newVersion, (cells) => index.addNew(keyed(cells, newVersion), cells));
  await walk(oldVersion, (cells) => index.recall(keyed(cells, oldVersion).key, cells));
  const sorted = sortOut(index, { old: oldVersion.places, new: newVersion.places, shared });
  return {
    key: question.key,
    columns: describeColumns(shared),
    columnsAdded: newColumns.filter((column) => !oldColumns.includes(column)),
    columnsRemoved: oldColumns.filter((column) => !newColumns.includes(column)),
    old: { ...old, ambiguous: sorted.ambiguousOld },
    new: { ...now, ambiguous: sorted.ambiguousNew },
    ...sorted.rows,
    byColumn: changesByColumn(shared, sorted.rows.changed),
  };
}

function keyed(cells: readonly string[], { places }: Version): { key: string; text: string } {
  return { key: keyTextOf(cells, places.key), text: keyTextOf(cells, places.shared) };
}

async function columnsOf(file: string, read: ReadOptions): Promise<readonly string[]> {
  const { source, table } = await openTable(file, read);
  await source.close();
  return table.columns;
}

function assertKey(key: readonly string[], columns: readonly string[], file: string): void {
  const missing = key.find((column) => !columns.includes(column));
  if (missing === undefined) return;
  const details = { file, column: missing, columns: columns.join(", ") };
  throw new GoldpanError("USAGE_UNKNOWN_COLUMN", details);
}

/** Every data row of a version; what was set aside is counted. */
async function walk(
  { file, columns, read }: Version,
  visit: (cells: readonly string[]) => void,
): Promise<Omit<DiffSide, "ambiguous">> {
  const { source, table } = await openTable(file, read);
  try {
    for await (const { rows } of table.batches()) for (const { cells } of rows) visit(cells);
    const { data, quarantined } = table.counts();
    return { file, columns, rows: data, quarantined };
  } finally {
    await source.close();
  }
}

function describeColumns(columns: readonly string[]): DiffColumn[] {
  const { entity } = guessEntity(columns, canonicalModel);
  const fields = recogniseColumns(columns, canonicalModel, entity);
  return columns.map((name, at) => ({ name, entity, field: fields[at]?.field ?? null }));
}
