import type { EntityName } from "../model/entity.ts";
import type { Workspace } from "./open-workspace.ts";
import { firstKeySql } from "./record-values.ts";

/** The primary key of a field of one record, "" when the record lacks it. */
export interface RecordKey {
  readonly record: string;
  readonly key: string;
}

/** Whom the records of an entity refer to, or what they are called, by record id; no record is parsed. */
export function iterateRecordKeys(
  { reader }: Workspace,
  entity: EntityName,
  field: string,
): IterableIterator<RecordKey> {
  return reader
    .prepare<[], RecordKey>(
      `SELECT id AS record, ifnull(${firstKeySql('"values"', field)}, '') AS key
       FROM record_${entity} ORDER BY id`,
    )
    .iterate();
}

/** The ids of the records of an entity (code point order). */
export function listRecordIds({ reader }: Workspace, entity: EntityName): string[] {
  return reader.prepare<[], string>(`SELECT id FROM record_${entity} ORDER BY id`).pluck().all();
}
