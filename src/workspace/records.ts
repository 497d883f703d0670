import type { EntityName } from "../model/entity.ts";
import type { EntityRecord, RecordChange } from "../model/record.ts";
import type { Workspace } from "./open-workspace.ts";
import { decodeChanges, encodeChanges } from "./record-changes.ts";
import { decodeValues, encodeValues } from "./record-values.ts";
import { replaceRows, type Rows } from "./replace-rows.ts";

/** A row of the table of an entity. */
export interface RecordRow {
  readonly id: string;
  readonly system: string;
  readonly source_row: number;
  readonly exported_at: string;
  readonly values: string;
  readonly extra: string;
  readonly changes: string;
}

/** Replaces the records of an entity in one transaction; returns how many there are. */
export async function replaceRecords(
  workspace: Workspace,
  entity: EntityName,
  records: Rows<EntityRecord>,
): Promise<number> {
  return await replaceRows(workspace, {
    clear: `DELETE FROM record_${entity}`,
    scope: [],
    insert: insertRecordSql(`record_${entity}`),
    rows: records,
    values: (record) => recordRow(record, []),
  });
}

/** SQL that puts a `recordRow` into a table. */
export function insertRecordSql(table: string): string {
  return `${insertInto(table)} VALUES (?, ?, ?, ?, ?, ?, ?)`;
}

/** The beginning of SQL that puts the columns of `recordRow` into a table. */
export function insertInto(table: string): string {
  return `INSERT INTO ${table} (id, system, source_row, exported_at, "values", extra, changes)`;
}

/** The columns of a record in the order of `insertRecordSql`. */
export type RecordColumns = readonly [
  id: string,
  system: string,
  sourceRow: number,
  exportedAt: string,
  values: string,
  extra: string,
  changes: string,
];

/** A record and its repairs as the columns of its table; `parsed` as of `encodeValues`. */
export function recordRow(
  { id, system, sourceRow, exportedAt, values, extra }: EntityRecord,
  changes: readonly Omit<RecordChange, "record">[],
  parsed?: readonly string[],
): RecordColumns {
  const repairs = encodeChanges(changes, values);
  return [
    id,
    system,
    sourceRow,
    exportedAt,
    encodeValues(values, parsed),
    encodeExtra(extra),
    repairs,
  ];
}

/** Most records have no further columns. */
function encodeExtra(extra: EntityRecord["extra"]): string {
  for (const _ in extra) return JSON.stringify(extra);
  return "";
}

/** The records of an entity by id (code point order). */
export function* iterateRecords(
  { reader }: Workspace,
  entity: EntityName,
): Generator<EntityRecord> {
  const select = reader.prepare<[], RecordRow>(`SELECT * FROM record_${entity} ORDER BY id`);
  for (const row of select.iterate()) yield readRecord(entity, row);
}

/** Looks up records: `findRecord(workspace, "customer")("crm:8841")` -> the record, or undefined. */
export function findRecord(
  { reader }: Workspace,
  entity: EntityName,
): (id: string) => EntityRecord | undefined {
  const select = reader.prepare<[string], RecordRow>(`SELECT * FROM record_${entity} WHERE id = ?`);
  return (id) => {
    const row = select.get(id);
    return row === undefined ? undefined : readRecord(entity, row);
  };
}

const pageSize = 500;

/** Records that have something in `field`, page by page: whoever takes them may write in between. */
export function* iterateHaving(
  { reader }: Workspace,
  entity: EntityName,
  field: string,
): Generator<EntityRecord> {
  const select = reader.prepare<[string, number], RecordRow>(
    `SELECT * FROM record_${entity}
     WHERE id > ? AND json_extract("values", '$."${field}"') IS NOT NULL ORDER BY id LIMIT ?`,
  );
  let rows = select.all("", pageSize);
  while (rows.length > 0) {
    for (const row of rows) yield readRecord(entity, row);
    rows = select.all(rows.at(-1)?.id ?? "", pageSize);
  }
}

/** How many records an entity has, counted in the file. */
export function countRecords({ reader }: Workspace, entity: EntityName): number {
  return Number(reader.prepare(`SELECT count(*) FROM record_${entity}`).pluck().get());
}

/** The record that a row holds. */
export function readRecord(entity: EntityName, row: RecordRow): EntityRecord {
  return {
    id: row.id,
    entity,
    system: row.system,
    sourceRow: row.source_row,
    exportedAt: row.exported_at,
    values: decodeValues(row.values),
    // Written by `recordRow`.
    extra: row.extra === "" ? {} : (JSON.parse(row.extra) as EntityRecord["extra"]),
  };
}

/** The repairs of one record, or of all records of an entity by id, in the order in which they were made. */
export function* iterateRecordChanges(
  { reader }: Workspace,
  entity: EntityName,
  record?: string,
): Generator<RecordChange> {
  const select = reader.prepare<[string | null, string | null], RecordRow>(
    `SELECT * FROM record_${entity} WHERE (? IS NULL OR id = ?) AND changes <> '' ORDER BY id`,
  );
  for (const row of select.iterate(record ?? null, record ?? null)) {
    yield* decodeChanges(row.changes, row.id, row.values);
  }
}
