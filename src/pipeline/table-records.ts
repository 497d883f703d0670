import { readFile } from "node:fs/promises";
import { textAt } from "../dedupe/text-pool.ts";
import { GoldpanError } from "../errors.ts";
import { guessEntity } from "../importers/heading-alias.ts";
import { parseSourceMapping } from "../mapping/parse-mapping.ts";
import type { SourceMapping } from "../mapping/source-mapping.ts";
import type { EntityName, Field, Model } from "../model/entity.ts";
import type { QuarantinedRow, ReadOptions, RowCounts } from "../model/source.ts";
import { openTable, type OpenedTable } from "./open-table.ts";
import { idColumnOf, readIds, type RowIds } from "./row-ids.ts";
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
  /** Headings in the order of the file. */
  readonly columns: readonly string[];
  readonly unknownColumns: readonly string[];
  readonly ids: RowIds;
  /** Record ids in the order of the rows. */
  readonly idsInFile: readonly string[];
  /** Row numbers from 0 in the order of their record ids (code point). */
  readonly rowsById: Int32Array;
  readonly counts: RowCounts;
  readonly quarantined: readonly QuarantinedRow[];
  readonly otherSheets: readonly string[];
  readonly layout: TableLayout;
  readonly named: NamedRows;
  /** A reader of records by their position in the order of ids; only these fields are normalized. */
  readonly reader: (fields: readonly Field[]) => ReadRecord;
}

/** A table that is open, with what its columns are. */
export interface OpenedRows extends OpenedTable {
  readonly layout: TableLayout;
  /** What another thread needs to read the same records; undefined for a layout of the caller's. */
  readonly spec: TableSpec | undefined;
}

/** Opens a table; whoever calls closes its source. Throws what `readTableRecords` throws of columns. */
export async function openTableRows(question: TableQuestion, model: Model): Promise<OpenedRows> {
  const mapping = await readMapping(question.mapping, model);
  const opened = await openTable(question.path, question.read);
  try {
    const { columns } = opened.table;
    const spec =
      question.layout === undefined ? specOf(columns, question, mapping, model) : undefined;
    const layout = question.layout?.(columns) ?? layoutInFile(spec, question.path);
    return { ...opened, layout, spec };
  } catch (error) {
    await opened.source.close();
    throw error;
  }
}

/**
 * Reads a table. Throws when no column is known for the entity, when the mapping does not fit, and
 * when the id column is missing, blank in a row or not unique.
 */
export async function readTableRecords(
  question: TableQuestion,
  model: Model,
): Promise<TableRecords> {
  const { source, table, otherSheets, layout } = await openTableRows(question, model);
  try {
    const store = new RowStore();
    const { ids, quarantined } = await readIds(table, question, (row) => store.add(row));
    const { texts, rowsById } = ids;
    const idColumn = idColumnOf(table.columns, question);
    const named = { rows: store.share(), rowsById, idColumn };
    return {
      entity: layout.entity,
      fields: layout.fields,
      columns: table.columns,
      unknownColumns: layout.unknownColumns,
      ids,
      idsInFile: Array.from(rowsById, (_, row) => textAt(texts, row + 1)),
      rowsById,
      counts: table.counts(),
      quarantined,
      otherSheets,
      layout,
      named,
      reader: (fields) =>
        recordReader(layout, named, {
          fields,
          contexts: observeColumns(layout, named, fields),
        }),
    };
  } finally {
    await source.close();
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
