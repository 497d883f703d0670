import type { SourceMapping } from "../mapping/source-mapping.ts";
import type { EntityName, Field, Model } from "../model/entity.ts";
import type { EntityRecord } from "../model/record.ts";
import type { FieldNormalizer } from "./normalize-field.ts";
import { normalizeValues, type RawValues } from "./normalize-values.ts";
import { remarkField } from "../normalize/normalizer-for-field.ts";
import { readRemark } from "./normalizing/read-remark.ts";
import { normalizerOf } from "./normalizing/rule-normalizer.ts";
import { rowReader, type SharedRows } from "./row-store.ts";
import { layoutByHeadings, layoutByMapping, type TableLayout } from "./table-layout.ts";
import { ValueMemo } from "./value-memo.ts";

/** How the rows of a table become records, as plain data that another thread can be sent. */
export interface TableSpec {
  readonly columns: readonly string[];
  readonly entity: EntityName;
  readonly model: Model;
  /** Else columns are recognised by their headings. */
  readonly mapping?: SourceMapping | undefined;
}

/** The layout that a spec describes. Throws when it does not fit the columns. */
export function layoutOfSpec({ columns, entity, model, mapping }: TableSpec): TableLayout {
  return mapping === undefined
    ? layoutByHeadings(columns, entity, model)
    : layoutByMapping(mapping, columns, entity, model);
}

/** The rows of a table with their names, in the order of the names. */
export interface NamedRows {
  readonly rows: SharedRows;
  /** Row numbers from 0 in the order of their record ids (code point). */
  readonly rowsById: Int32Array;
  /** Column that names a row; -1 where the 1-based number does. */
  readonly idColumn: number;
}

/** Gives the record at a position in the order of ids. */
export type ReadRecord = (position: number) => EntityRecord;

/** What normalizers say of whole columns, by field. */
export type ColumnContexts = ReadonlyMap<string, unknown>;

/** What must be known of whole columns before the first record is read. */
export function observeColumns(
  layout: TableLayout,
  { rows, rowsById }: NamedRows,
  fields: readonly Field[],
): ColumnContexts {
  const row = rowReader(rows);
  function* columnOf({ name }: Field): Generator<string> {
    for (let at = 0; at < rowsById.length; at += 1) yield* layout.read(row(at))[name] ?? [];
  }
  const observed = fields.map((field) => {
    const normalizer = normalizerOf(field, layout.rules?.[field.name]);
    const column = normalizer.vote !== undefined ? columnOf(field) : [];
    return [field.name, normalizer.observe(column)] as const;
  });
  return new Map(observed);
}

/** What of a record is read. */
export interface Wanted {
  /** Only these fields are normalized. */
  readonly fields: readonly Field[];
  readonly contexts: ColumnContexts;
}

/** A reader of records; each is made when it is asked for and kept by nobody. */
export function recordReader(layout: TableLayout, named: NamedRows, wanted: Wanted): ReadRecord {
  const { rows, rowsById } = named;
  const readRow = rowReader(rows);
  const readRaw = rawReader(layout, wanted.fields);
  const normalizers = prepareNormalizers(layout, wanted);
  const { entity } = layout;
  return (position) => {
    const row = rowsById[position] ?? 0;
    const cells = readRow(row);
    const id = rowId(named, row, cells);
    const { values } = normalizeValues(id, readRaw(cells), normalizers, { repairs: "safe" });
    return { id, entity, system: "", sourceRow: 0, exportedAt: "", values, extra: {} };
  };
}

/** The name of a row: its number from 1, or what its column says. */
export function rowId(
  { idColumn }: Pick<NamedRows, "idColumn">,
  row: number,
  cells: readonly string[],
): string {
  return idColumn < 0 ? String(row + 1) : (cells[idColumn] ?? "").trim();
}

/** Reads the raw values of these fields from the cells of a row. */
export function rawReader(
  layout: TableLayout,
  fields: readonly Field[],
): (cells: readonly string[]) => RawValues {
  const read = layout.readOnly?.(withRemark(layout, fields)) ?? layout.read;
  return layout.entity === "contact" ? (cells) => readRemark(read(cells)).raw : read;
}

/** The cells that these fields are not read from: 1 at their positions; undefined where all may be. */
export function unreadColumns(
  layout: TableLayout,
  fields: readonly Field[],
  width: number,
): Uint8Array | undefined {
  const read = layout.columnsOf?.(withRemark(layout, fields));
  if (read === undefined) return undefined;
  return Uint8Array.from({ length: width }, (_, column) => (read.includes(column) ? 0 : 1));
}

/** A remark name may hold the name, the company and more. */
function withRemark({ fields: known }: TableLayout, fields: readonly Field[]): readonly Field[] {
  return [...fields, ...known.filter(({ name }) => name === remarkField)];
}

/** What reads the fields of a table, by their names. */
export function prepareNormalizers(
  layout: TableLayout,
  { fields, contexts }: Wanted,
): ReadonlyMap<string, FieldNormalizer> {
  const prepared = fields.map((field): [string, FieldNormalizer] => {
    const rule = layout.rules?.[field.name];
    const normalizer = normalizerOf(field, rule);
    const onInvalid = rule?.on_invalid ?? "keep";
    const context = contexts.get(field.name);
    return [field.name, { field, normalizer, context, onInvalid, memo: new ValueMemo() }];
  });
  return new Map(prepared);
}
