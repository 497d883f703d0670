import { readFile } from "node:fs/promises";
import { GoldpanError } from "../errors.ts";
import { guessEntity } from "../importers/heading-alias.ts";
import { parseSourceMapping } from "../mapping/parse-mapping.ts";
import type { SourceMapping } from "../mapping/source-mapping.ts";
import type { EntityName, Field, Model } from "../model/entity.ts";
import type { EntityRecord } from "../model/record.ts";
import type { QuarantinedRow, ReadOptions, RowCounts } from "../model/source.ts";
import { byCodePoint } from "../text/code-point.ts";
import { normalizeValues, prepareFieldNormalizers } from "./normalize-values.ts";
import { openTable, type OpenedTable } from "./open-table.ts";
import { RowStore } from "./row-store.ts";
import { layoutByHeadings, layoutByMapping, type TableLayout } from "./table-layout.ts";

/** One table to be read as records without a project. */
export interface TableQuestion {
  readonly path: string;
  readonly read: ReadOptions;
  readonly entity?: EntityName | undefined;
  /** Column whose value is the record's name; else the 1-based data row. */
  readonly id?: string | undefined;
  /** Source mapping of its columns; else they are recognised by their headings. */
  readonly mapping?: string | undefined;
  /** Says itself what the columns are, instead of a mapping or the headings. */
  readonly layout?: ((columns: readonly string[]) => TableLayout) | undefined;
}

/** Gives the record at a position; only the fields that were asked for are normalized. */
export type ReadRecord = (position: number) => EntityRecord;

/**
 * The rows of a table as records in the order of their ids. Rows stay bytes; a record is made when
 * it is asked for and kept by nobody.
 */
export interface TableRecords {
  readonly entity: EntityName;
  readonly fields: readonly Field[];
  readonly unknownColumns: readonly string[];
  /** Record ids in the order of the rows. */
  readonly idsInFile: readonly string[];
  /** Row numbers from 0 in the order of their record ids (code point). */
  readonly rowsById: Int32Array;
  readonly counts: RowCounts;
  readonly quarantined: readonly QuarantinedRow[];
  readonly otherSheets: readonly string[];
  /** A reader of records by their position in the order of ids. */
  reader(fields: readonly Field[]): ReadRecord;
}

/**
 * Reads a table. Throws when no column is known for the entity, when the mapping does not fit, and
 * when the id column is missing, blank in a row or not unique.
 */
export async function readTableRecords(
  question: TableQuestion,
  model: Model,
): Promise<TableRecords> {
  const mapping = await readMapping(question.mapping, model);
  const opened = await openTable(question.path, question.read);
  try {
    const layout = layoutOf(opened.table.columns, question, mapping, model);
    const { store, idsInFile, quarantined } = await readRows(opened, question);
    const rowsById = sortRows(idsInFile, question.path);
    return {
      entity: layout.entity,
      fields: layout.fields,
      unknownColumns: layout.unknownColumns,
      idsInFile,
      rowsById,
      counts: opened.table.counts(),
      quarantined,
      otherSheets: opened.otherSheets,
      reader: (fields) => recordReader({ layout, store, idsInFile, rowsById }, fields),
    };
  } finally {
    await opened.source.close();
  }
}

async function readMapping(
  file: string | undefined,
  model: Model,
): Promise<SourceMapping | undefined> {
  if (file === undefined) return undefined;
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new GoldpanError("IMPORT_FILE_MISSING", { file }, { cause });
  });
  return parseSourceMapping(text, file, model);
}

function layoutOf(
  columns: readonly string[],
  { entity, id, path, layout }: TableQuestion,
  mapping: SourceMapping | undefined,
  model: Model,
): TableLayout {
  if (layout !== undefined) return layout(columns);
  if (mapping !== undefined) {
    return layoutByMapping(mapping, columns, entity ?? mapping.entity, model);
  }
  const others = columns.map((column) => (column === id ? "" : column));
  try {
    return layoutByHeadings(others, entity ?? guessEntity(others, model).entity, model);
  } catch (error) {
    if (!(error instanceof GoldpanError)) throw error;
    throw new GoldpanError(error.code, { ...error.details, file: path });
  }
}

interface StoredRows {
  readonly store: RowStore;
  readonly idsInFile: readonly string[];
  readonly quarantined: readonly QuarantinedRow[];
}

async function readRows({ table }: OpenedTable, question: TableQuestion): Promise<StoredRows> {
  const idColumn = idColumnOf(table.columns, question);
  const store = new RowStore();
  const idsInFile: string[] = [];
  const quarantined: QuarantinedRow[] = [];
  for await (const batch of table.batches()) {
    quarantined.push(...batch.quarantined);
    for (const { row, cells } of batch.rows) {
      store.add(cells);
      const id = idColumn < 0 ? String(store.size) : (cells[idColumn] ?? "").trim();
      if (id === "") throw blankId(question, row);
      idsInFile.push(id);
    }
  }
  return { store, idsInFile, quarantined };
}

function idColumnOf(columns: readonly string[], { id, path }: TableQuestion): number {
  if (id === undefined) return -1;
  const index = columns.indexOf(id);
  if (index >= 0) return index;
  const details = { file: path, column: id, columns: columns.join(", ") };
  throw new GoldpanError("USAGE_UNKNOWN_COLUMN", details);
}

function blankId({ path, id }: TableQuestion, row: number): GoldpanError {
  const place = { file: path, row, column: id };
  return new GoldpanError("DEDUPE_ID_BLANK", { file: path, column: id ?? "", row }, { place });
}

/** Throws DEDUPE_ID_NOT_UNIQUE. */
function sortRows(ids: readonly string[], file: string): Int32Array {
  const rows = Int32Array.from(ids, (_, row) => row);
  rows.sort((left, right) => byCodePoint(ids[left] ?? "", ids[right] ?? ""));
  for (let at = 1; at < rows.length; at += 1) {
    const id = ids[rows[at] ?? 0] ?? "";
    if (id === ids[rows[at - 1] ?? 0]) throw new GoldpanError("DEDUPE_ID_NOT_UNIQUE", { file, id });
  }
  return rows;
}

type TableParts = Pick<TableRecords, "idsInFile" | "rowsById"> & {
  readonly layout: TableLayout;
  readonly store: RowStore;
};

function recordReader(
  { layout, store, idsInFile, rowsById }: TableParts,
  fields: readonly Field[],
): ReadRecord {
  const normalizers = prepareFieldNormalizers(fields, (field) =>
    columnValues(store, layout, field),
  );
  return (position) => {
    const row = rowsById[position] ?? 0;
    const id = idsInFile[row] ?? "";
    const raw = layout.read(store.row(row));
    const { values } = normalizeValues(id, raw, normalizers, { repairs: "safe" });
    const { entity } = layout;
    return { id, entity, system: "", sourceRow: 0, exportedAt: "", values, extra: {} };
  };
}

function* columnValues(store: RowStore, layout: TableLayout, field: string): Generator<string> {
  for (let row = 0; row < store.size; row += 1) yield* layout.read(store.row(row))[field] ?? [];
}
