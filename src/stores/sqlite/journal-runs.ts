import { createHash } from "node:crypto";
import type { StoreRow } from "../../model/plan.ts";
import type { JournalRun, RunKind, RunState } from "../journal.ts";
import { operationId } from "./journal-schema.ts";
import { hasTable } from "./schema.ts";
import type { Statements } from "./statements.ts";

/** What stands in the column `about` as JSON. */
type About = Pick<JournalRun, "tables" | "counts" | "rowsBefore" | "columns">;

/** Adds a line to `_goldpan_run`, chained to the one before it. */
export function addRun(statements: Statements, run: Omit<JournalRun, "serial" | "chain">): void {
  const last = statements.get(
    "SELECT serial, chain FROM _goldpan_run ORDER BY serial DESC LIMIT 1",
  );
  const { id, kind, undoes, planHash, startedAt, state, planned } = run;
  const { tables, counts, rowsBefore, columns } = run;
  const about: About = { tables, counts, rowsBefore, columns };
  const chained = [last?.["chain"] ?? "", id, kind, undoes, planHash, startedAt, planned, about];
  const chain = createHash("sha256").update(JSON.stringify(chained)).digest("hex");
  statements.run("INSERT INTO _goldpan_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [
    Number(last?.["serial"] ?? 0) + 1,
    id,
    kind,
    undoes,
    planHash,
    startedAt,
    state,
    planned,
    JSON.stringify(about),
    chain,
  ]);
}

/** All runs, oldest first. */
export function readRuns(statements: Statements): JournalRun[] {
  if (!hasTable(statements, "_goldpan_run")) return [];
  return statements.all("SELECT * FROM _goldpan_run ORDER BY serial").map(readRun);
}

/** Every cast is of a column that `addRun` filled from the same type. */
function readRun(row: StoreRow): JournalRun {
  return {
    id: String(row["id"]),
    serial: Number(row["serial"]),
    kind: row["kind"] as RunKind,
    undoes: row["undoes"] === null ? null : String(row["undoes"]),
    planHash: String(row["plan_hash"]),
    startedAt: String(row["started_at"]),
    state: row["state"] as RunState,
    planned: Number(row["planned"]),
    ...(JSON.parse(String(row["about"])) as About),
    chain: String(row["chain"]),
  };
}

/** The serial of a run by its name; 0, which no run has, when there is none of that name. */
export function serialOf(statements: Statements, run: string): number {
  if (!hasTable(statements, "_goldpan_run")) return 0;
  const row = statements.get("SELECT serial FROM _goldpan_run WHERE id = ?", run);
  return Number(row?.["serial"] ?? 0);
}

/** The serials of the rollbacks of a run. */
export function rollbacksOf(statements: Statements, run: string): number[] {
  if (!hasTable(statements, "_goldpan_run")) return [];
  const rows = statements.all("SELECT serial FROM _goldpan_run WHERE undoes = ?", run);
  return rows.map(({ serial }) => Number(serial));
}

/** Rows that a run touched; of a later run without those that it made itself. */
const touched = `SELECT table_name, pk FROM _goldpan_op
  WHERE id BETWEEN ? AND ? AND state = 'done'`;

/** Loads after `run`, not rolled back, that wrote to rows that `run` wrote to; oldest first. */
export function readLaterRuns(statements: Statements, run: string): string[] {
  const serial = serialOf(statements, run);
  if (serial === 0) return [];
  const later = statements.all(
    `SELECT serial, id FROM _goldpan_run
     WHERE serial > ? AND kind = 'load' AND state <> 'rolled-back' ORDER BY serial`,
    serial,
  );
  const shared = later.filter(
    (each) =>
      statements.get(
        `${touched} AND kind <> 'insert' INTERSECT ${touched} LIMIT 1`,
        ...rangeOf(Number(each["serial"])),
        ...rangeOf(serial),
      ) !== undefined,
  );
  return shared.map(({ id }) => String(id));
}

/** First and last id that an operation of a run may have. */
function rangeOf(serial: number): [number, number] {
  return [operationId(serial, 0), operationId(serial + 1, 0) - 1];
}

/** The operations of `run` whose rows later loads changed. */
export function readSuperseded(statements: Statements, run: string): Set<number> {
  const serial = serialOf(statements, run);
  const seqs = new Set<number>();
  for (const later of readLaterRuns(statements, run)) {
    const rows = statements.all(
      `SELECT seq FROM _goldpan_op
       WHERE id BETWEEN ? AND ? AND state = 'done' AND (table_name, pk) IN
         (${touched} AND kind = 'update')`,
      ...rangeOf(serial),
      ...rangeOf(serialOf(statements, later)),
    );
    for (const { seq } of rows) seqs.add(Number(seq));
  }
  return seqs;
}
