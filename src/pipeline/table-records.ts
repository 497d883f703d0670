import { readFile } from "node:fs/promises";
import { GoldpanError } from "../errors.ts";
import { guessEntity } from "../importers/heading-alias.ts";
import { parseSourceMapping } from "../mapping/parse-mapping.ts";
import type { SourceMapping } from "../mapping/source-mapping.ts";
import type { EntityName, Field, Model } from "../model/entity.ts";
import type { QuarantinedRow, ReadOptions, RowCounts, TableRow } from "../model/source.ts";
import { byCodePoint } from "../text/code-point.ts";
import { openTable, type OpenedTable } from "./open-table.ts";
import { RowStore } from "./row-store.ts";
import type { TableLayout } from "./table-layout.ts";
import {
  layoutOfSpec,
  observeColumns,
  recordReader,
  type NamedRows,
  type ReadRecord,
  type TableSpec,
} from "./table-reader.ts";

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
  readonly layout: TableLayout;
  readonly named: NamedRows;
  /** What another thread needs to read the same records; undefined for a layout of the caller's. */
  readonly spec: TableSpec | undefined;
  /** A reader of records by their position in the order of ids; only these fields are normalized. */
  readonly reader: (fields: readonly Field[]) => ReadRecord;
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
    const { columns } = opened.table;
    const spec =
      question.layout === undefined ? specOf(columns, question, mapping, model) : undefined;
    const layout = question.layout?.(columns) ?? layoutInFile(spec, question.path);
    const { store, idsInFile, quarantined } = await readRows(opened, question);
    const rowsById = sortRows(idsInFile, question.path);
    const named = { rows: store.share(), rowsById, idColumn: idColumnOf(columns, question) };
    return {
      entity: layout.entity,
      fields: layout.fields,
      unknownColumns: layout.unknownColumns,
      idsInFile,
      rowsById,
      counts: opened.table.counts(),
      quarantined,
      otherSheets: opened.otherSheets,
      layout,
      named,
      spec,
      reader: (fields) =>
        recordReader(layout, named, {
          fields,
          contexts: observeColumns(layout, named, fields),
          withFindings: true,
        }),
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

function specOf(
  columns: readonly string[],
  { entity, id }: TableQuestion,
  mapping: SourceMapping | undefined,
  model: Model,
): TableSpec {
  if (mapping !== undefined) return { columns, entity: entity ?? mapping.entity, model, mapping };
  // The id is a name of the row and nothing to match by.
  const others = columns.map((column) => (column === id ? "" : column));
  return { columns: others, entity: entity ?? guessEntity(others, model).entity, model };
}

function layoutInFile(spec: TableSpec | undefined, file: string): TableLayout {
  if (spec === undefined) throw new Error("A table needs a spec or a layout");
  try {
    return layoutOfSpec(spec);
  } catch (error) {
    if (!(error instanceof GoldpanError) || error.code !== "DEDUPE_NO_KNOWN_COLUMN") throw error;
    throw new GoldpanError(error.code, { ...error.details, file });
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
    for (const row of batch.rows) {
      store.add(row);
      const id = idColumn < 0 ? String(store.size) : cellAt(row, idColumn).trim();
      if (id === "") throw blankId(question, row.row);
      idsInFile.push(id);
    }
  }
  return { store, idsInFile, quarantined };
}

function cellAt({ encoded, cells }: TableRow, column: number): string {
  if (encoded === undefined) return cells[column] ?? "";
  return column < encoded.width ? encoded.cellAt(column) : "";
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
  const rows = new Int32Array(new SharedArrayBuffer(ids.length * 4));
  for (let row = 0; row < rows.length; row += 1) rows[row] = row;
  rows.sort((left, right) => byCodePoint(ids[left] ?? "", ids[right] ?? ""));
  for (let at = 1; at < rows.length; at += 1) {
    const id = ids[rows[at] ?? 0] ?? "";
    if (id === ids[rows[at - 1] ?? 0]) throw new GoldpanError("DEDUPE_ID_NOT_UNIQUE", { file, id });
  }
  return rows;
}
