import { createHash } from "node:crypto";
import type { EntityName } from "../../model/entity.ts";
import type { PlanTable, StoreRow, StoreValue } from "../../model/plan.ts";
import type {
  EntryCount,
  EntryPage,
  JournalEntry,
  JournalKind,
  JournalRun,
  JournalState,
  RunKind,
  RunState,
} from "../store.ts";
import { hasTable } from "./schema.ts";
import type { Statements } from "./statements.ts";

/** Adds a line to `_goldpan_op`. */
export function addEntry(statements: Statements, entry: JournalEntry): void {
  statements.run(
    "INSERT INTO _goldpan_op VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    entry.run,
    entry.seq,
    entry.batch,
    entry.entity,
    entry.table,
    entry.kind,
    entry.key,
    entry.goldenId,
    JSON.stringify(entry.before),
    JSON.stringify(entry.after),
    entry.beforeHash,
    entry.afterHash,
    entry.state,
  );
}

/** The next entries of a run. */
export function readEntries(
  statements: Statements,
  run: string,
  { order, beyond, limit }: EntryPage,
): JournalEntry[] {
  if (!hasTable(statements, "_goldpan_op")) return [];
  const [operator, direction] = order === "ascending" ? [">", "ASC"] : ["<", "DESC"];
  const rows = statements.all(
    `SELECT * FROM _goldpan_op WHERE run = ? AND seq ${operator} ?
     ORDER BY seq ${direction} LIMIT ?`,
    run,
    beyond,
    limit,
  );
  return rows.map(readEntry);
}

/** Every cast is of a column that `addEntry` filled from the same type. */
function readEntry(row: StoreRow): JournalEntry {
  return {
    run: String(row["run"]),
    seq: Number(row["seq"]),
    batch: Number(row["batch"]),
    entity: row["entity"] as EntityName,
    table: String(row["table_name"]),
    kind: row["kind"] as JournalKind,
    key: row["pk"] ?? null,
    goldenId: String(row["golden"]),
    before: JSON.parse(String(row["before"])) as StoreRow,
    after: JSON.parse(String(row["after"])) as StoreRow,
    beforeHash: String(row["before_hash"]),
    afterHash: String(row["after_hash"]),
    state: row["state"] as JournalState,
  };
}

/** What a run did, counted in the store. */
export function countEntries(statements: Statements, run: string): EntryCount[] {
  if (!hasTable(statements, "_goldpan_op")) return [];
  const rows = statements.all(
    `SELECT entity, table_name, kind, state, count(*) AS count FROM _goldpan_op WHERE run = ?
     GROUP BY entity, table_name, kind, state ORDER BY entity, table_name, kind, state`,
    run,
  );
  return rows.map((row) => ({
    // As in `readEntry`.
    entity: row["entity"] as EntityName,
    table: String(row["table_name"]),
    kind: row["kind"] as JournalKind,
    state: row["state"] as JournalState,
    count: Number(row["count"]),
  }));
}

/** Adds a line to `_goldpan_run`, chained to the one before it. */
export function addRun(statements: Statements, run: Omit<JournalRun, "serial" | "chain">): void {
  const last = statements.get(
    "SELECT serial, chain FROM _goldpan_run ORDER BY serial DESC LIMIT 1",
  );
  const { id, kind, undoes, planHash, startedAt, state, tables, planned, rowsBefore } = run;
  const chain = createHash("sha256")
    .update(JSON.stringify([last?.["chain"] ?? "", id, kind, undoes, planHash, startedAt, planned]))
    .digest("hex");
  statements.run(
    "INSERT INTO _goldpan_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    Number(last?.["serial"] ?? 0) + 1,
    id,
    kind,
    undoes,
    planHash,
    startedAt,
    state,
    JSON.stringify(tables),
    planned,
    JSON.stringify(rowsBefore),
    chain,
  );
}

/** All runs, oldest first. */
export function readRuns(statements: Statements): JournalRun[] {
  if (!hasTable(statements, "_goldpan_run")) return [];
  return statements.all("SELECT * FROM _goldpan_run ORDER BY serial").map((row) => ({
    id: String(row["id"]),
    serial: Number(row["serial"]),
    // Every cast is of a column that `addRun` filled from the same type.
    kind: row["kind"] as RunKind,
    undoes: row["undoes"] === null ? null : String(row["undoes"]),
    planHash: String(row["plan_hash"]),
    startedAt: String(row["started_at"]),
    state: row["state"] as RunState,
    tables: JSON.parse(String(row["tables"])) as PlanTable[],
    planned: Number(row["planned"]),
    rowsBefore: JSON.parse(String(row["rows_before"])) as JournalRun["rowsBefore"],
    chain: String(row["chain"]),
  }));
}

/** Loads after `run`, not rolled back, that wrote to rows that `run` wrote to; oldest first. */
export function readLaterRuns(statements: Statements, run: string): string[] {
  const rows = statements.all(
    `SELECT later.id FROM _goldpan_run mine JOIN _goldpan_run later ON later.serial > mine.serial
     WHERE mine.id = ? AND later.kind = 'load' AND later.state <> 'rolled-back' AND EXISTS (
       SELECT 1 FROM _goldpan_op theirs JOIN _goldpan_op ours
         ON ours.table_name = theirs.table_name AND ours.pk = theirs.pk
       WHERE theirs.run = later.id AND theirs.state = 'done'
         AND ours.run = mine.id AND ours.state = 'done')
     ORDER BY later.serial`,
    run,
  );
  return rows.map(({ id }) => String(id));
}

/** The row of the CRM that a source key went to, or null. */
export function findXref(
  statements: Statements,
  entity: EntityName,
  system: string,
  key: string,
): StoreValue {
  const row = statements.get(
    "SELECT pk FROM _goldpan_xref WHERE system = ? AND source_key = ? AND entity = ?",
    system,
    key,
    entity,
  );
  return row?.["pk"] ?? null;
}
