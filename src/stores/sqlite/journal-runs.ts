import { createHash } from "node:crypto";
import type { StoreRow } from "../../model/plan.ts";
import type { JournalRun, RunKind, RunState } from "../journal.ts";
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
  statements.run(
    "INSERT INTO _goldpan_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
  );
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

/** Loads after `run`, not rolled back, that wrote to rows that `run` wrote to; oldest first. */
export function readLaterRuns(statements: Statements, run: string): string[] {
  if (!hasTable(statements, "_goldpan_run")) return [];
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

/** The operations of `run` whose rows later loads wrote to, links aside. */
export function readSuperseded(statements: Statements, run: string): Set<number> {
  if (readLaterRuns(statements, run).length === 0) return new Set();
  const rows = statements.all(
    `SELECT DISTINCT ours.seq AS seq FROM _goldpan_run mine
     JOIN _goldpan_run later ON later.serial > mine.serial
       AND later.kind = 'load' AND later.state <> 'rolled-back'
     JOIN _goldpan_op theirs ON theirs.run = later.id AND theirs.kind <> 'link'
     JOIN _goldpan_op ours ON ours.run = mine.id
       AND ours.table_name = theirs.table_name AND ours.pk = theirs.pk
     WHERE mine.id = ?`,
    run,
  );
  return new Set(rows.map(({ seq }) => Number(seq)));
}
