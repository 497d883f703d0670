import { entityNames, type EntityName } from "../model/entity.ts";
import type { Finding } from "../model/finding.ts";
import type { EntityRecord, RecordChange } from "../model/record.ts";
import type { Workspace } from "./open-workspace.ts";
import { insertRecordBatches, RecordBatchWriter, type RecordBatch } from "./record-batch.ts";
import { decodeChanges } from "./record-changes.ts";
import { insertRecordSql, recordRow, type RecordRow } from "./records.ts";
import type { RejectedRow } from "./source-rows.ts";
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

/** Forgets what an earlier run of the step made; call inside `inTransaction`. */
export function clearNormalizedRows({ database }: Workspace): void {
  for (const entity of entityNames) database.exec(`DELETE FROM record_${entity}`);
  database.exec(
    `DELETE FROM rejected_row; DELETE FROM further_source_row; DELETE FROM packed_column`,
  );
  database.prepare("DELETE FROM finding WHERE step = ?").run(normalizeStep);
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

/** A writer for the rows of one run of the step; call inside `inTransaction`. */
export function writeNormalizedRows({ database }: Workspace): NormalizedRowWriter {
  const finding = database.prepare(
    `INSERT INTO finding (${findingColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const rejected = database.prepare(
    "INSERT OR IGNORE INTO rejected_row (source_row, entity, reason) VALUES (?, ?, ?)",
  );
  const further = database.prepare(
    "INSERT OR IGNORE INTO further_source_row (entity, record, source_row, part) VALUES (?, ?, ?, ?)",
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
  const inserts = statementsByEntity(database, (entity) => insertRecordSql(`record_${entity}`));
  const selects = statementsByEntity<Pick<RecordRow, "values" | "changes">>(
    database,
    (entity) => `SELECT "values", changes FROM record_${entity} WHERE id = ?`,
  );
  const updates = statementsByEntity(
    database,
    (entity) => `UPDATE record_${entity} SET "values" = ?, changes = ? WHERE id = ?`,
  );
  return {
    addRecords: insertRecordBatches(database),
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
