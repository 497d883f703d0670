import { entityNames, type EntityName } from "../model/entity.ts";
import type { Finding } from "../model/finding.ts";
import type { EntityRecord, RecordChange } from "../model/record.ts";
import type { Workspace } from "./open-workspace.ts";
import { insertRecordBatches, RecordBatchWriter, type RecordBatch } from "./record-batch.ts";
import { decodeChanges } from "./record-changes.ts";
import { insertRecordSql, recordRow, type RecordRow } from "./records.ts";
import type { RejectedRow } from "./source-rows.ts";
import { indexStaged, replaceTables, stagedName } from "./staged-tables.ts";
import { statementsByEntity } from "./statements-by-entity.ts";

/** The step under which findings of normalizing stand. */
export const normalizeStep = "normalize";

/** A row that a record goes back to beside the one it names: joined with that one, or an older version. */
export interface FurtherSourceRow {
  readonly record: string;
  readonly sourceRow: number;
  readonly part: "joined" | "older";
}

/** Takes what normalizing makes, row by row, of every entity at once. */
export interface NormalizedRowWriter {
  addRecord(record: EntityRecord, changes: readonly Omit<RecordChange, "record">[]): void;
  /** Records that `gatherRecords` gathered. */
  addRecords(batch: RecordBatch): void;
  addFinding(finding: Finding): void;
  addRejected(row: RejectedRow): void;
  addFurtherRow(entity: EntityName, row: FurtherSourceRow): void;
  /** Puts the values of a record into one that was added. */
  replaceRecord(record: EntityRecord): void;
}

/** Replaces what an earlier run of the step made with what `work` writes. */
export async function replaceNormalizedRows<Result>(
  workspace: Workspace,
  work: () => Promise<Result>,
): Promise<Result> {
  const records = entityNames.map((entity) => `record_${entity}`);
  const tables = [...records, "rejected_row", "further_source_row", "packed_column"];
  const staged = [
    ...tables.map((table) => ({ table })),
    { table: "finding", keeps: `step <> '${normalizeStep}'` },
  ];
  return await replaceTables(workspace, staged, async () => {
    const result = await work();
    indexStaged(workspace, { name: "finding_code", table: "finding", columns: "code, id" });
    return result;
  });
}

/**
 * Matching reads what values mean from the packed columns. Who chooses a name asks again whether it
 * is a whole one, and a parent company is looked up by its parts.
 */
const parsedFields = ["legal_name", "parent"];

const findingColumns = "step, code, severity, entity, record, field, value, detail";

/** Gathers records on another thread for `addRecords`. */
export function gatherRecords(): RecordBatchWriter {
  return new RecordBatchWriter(parsedFields);
}

/** A writer for the rows of one run of the step; call inside `replaceNormalizedRows`. */
export function writeNormalizedRows({ database }: Workspace): NormalizedRowWriter {
  const finding = database.prepare(
    `INSERT INTO ${stagedName("finding")} (${findingColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const rejected = database.prepare(
    `INSERT OR IGNORE INTO ${stagedName("rejected_row")} (source_row, entity, reason)
     VALUES (?, ?, ?)`,
  );
  const further = database.prepare(
    `INSERT OR IGNORE INTO ${stagedName("further_source_row")} (entity, record, source_row, part)
     VALUES (?, ?, ?, ?)`,
  );
  return {
    ...recordStatements(database),
    addFinding({ code, severity, entity, record, field, value, detail }) {
      const optional = [entity, record, field, value, detail].map((each) => each ?? null);
      finding.run([normalizeStep, code, severity, ...optional]);
    },
    addRejected({ sourceRow, entity, reason }) {
      rejected.run(sourceRow, entity, reason);
    },
    addFurtherRow(entity, { record, sourceRow, part }) {
      further.run(entity, record, sourceRow, part);
    },
  };
}

function recordStatements(
  database: Workspace["database"],
): Pick<NormalizedRowWriter, "addRecord" | "addRecords" | "replaceRecord"> {
  const tableOf = (entity: EntityName): string => stagedName(`record_${entity}`);
  const inserts = statementsByEntity(database, (entity) => insertRecordSql(tableOf(entity)));
  const selects = statementsByEntity<Pick<RecordRow, "values" | "changes">>(
    database,
    (entity) => `SELECT "values", changes FROM ${tableOf(entity)} WHERE id = ?`,
  );
  const updates = statementsByEntity(
    database,
    (entity) => `UPDATE ${tableOf(entity)} SET "values" = ?, changes = ? WHERE id = ?`,
  );
  return {
    addRecords: insertRecordBatches(database, tableOf),
    addRecord(record, changes) {
      inserts[record.entity].run(recordRow(record, changes, parsedFields));
    },
    replaceRecord(record) {
      const { id, entity } = record;
      const row = selects[entity].get(id);
      // They are written beside the values they led to.
      const changes = row === undefined ? [] : decodeChanges(row.changes, id, row.values);
      const [, , , , values, , repairs] = recordRow(record, changes, parsedFields);
      updates[entity].run(values, repairs, id);
    },
  };
}
