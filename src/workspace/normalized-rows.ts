import { entityNames, type EntityName } from "../model/entity.ts";
import type { Finding } from "../model/finding.ts";
import type { EntityRecord, RecordChange } from "../model/record.ts";
import type { Workspace } from "./open-workspace.ts";
import { encodeValues } from "./record-values.ts";
import { insertRecordBatches, RecordBatchWriter, type RecordBatch } from "./record-batch.ts";
import { insertRecordSql, recordRow } from "./records.ts";
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
  /** Puts other values into a record that was added. */
  replaceValues(entity: EntityName, id: string, values: EntityRecord["values"]): void;
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
): Pick<NormalizedRowWriter, "addRecord" | "addRecords" | "replaceValues"> {
  const inserts = statementsByEntity(database, (entity) => insertRecordSql(`record_${entity}`));
  const updates = statementsByEntity(
    database,
    (entity) => `UPDATE record_${entity} SET "values" = ? WHERE id = ?`,
  );
  return {
    addRecords: insertRecordBatches(database),
    addRecord(record, changes) {
      inserts[record.entity].run(recordRow(record, changes, parsedFields));
    },
    replaceValues(entity, id, values) {
      updates[entity].run([encodeValues(values, parsedFields), id]);
    },
  };
}
