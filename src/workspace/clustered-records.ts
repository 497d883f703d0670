import type { EntityName } from "../model/entity.ts";
import type { EntityRecord } from "../model/record.ts";
import type { Workspace } from "./open-workspace.ts";
import { readRecord, type RecordRow } from "./records.ts";

/** The records of one cluster, by id. */
export type ClusteredRecords = readonly EntityRecord[];

/** The records of an entity cluster by cluster, each under its smallest record id. */
export function* iterateClusteredRecords(
  { reader }: Workspace,
  entity: EntityName,
): Generator<ClusteredRecords> {
  const select = reader.prepare<[string], RecordRow & { readonly cluster: string }>(
    `SELECT record.*, member.cluster FROM cluster_member AS member
     JOIN record_${entity} AS record ON record.id = member.record
     WHERE member.entity = ? ORDER BY member.cluster, member.record`,
  );
  let [cluster, records]: [string, EntityRecord[]] = ["", []];
  for (const row of select.iterate(entity)) {
    if (row.cluster !== cluster && records.length > 0) {
      yield records;
      records = [];
    }
    cluster = row.cluster;
    records.push(readRecord(entity, row));
  }
  if (records.length > 0) yield records;
}
