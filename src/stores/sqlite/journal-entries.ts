import type { EntityName } from "../../model/entity.ts";
import type { StoreRow, StoreValue } from "../../model/plan.ts";
import type { EntryCount, EntryPage, JournalEntry, JournalKind, JournalState } from "../journal.ts";
import { hasTable } from "./schema.ts";
import type { Statements } from "./statements.ts";

/** Adds a line to `_goldpan_op`. */
export function addEntry(statements: Statements, entry: JournalEntry): void {
  statements.run(
    "INSERT INTO _goldpan_op VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    entry.run,
    entry.seq,
    entry.batch,
    entry.entity,
    entry.table,
    entry.kind,
    entry.key,
    entry.goldenId,
    jsonOf(entry.before),
    jsonOf(entry.after),
    entry.beforeHash,
    entry.afterHash,
    jsonOf(entry.sources),
    jsonOf(entry.links),
    jsonOf(entry.moved),
    entry.state,
    entry.reason,
  );
}

const jsonOf = (value: object): string => JSON.stringify(value);

/** The next entries of a run. */
export function readEntries(statements: Statements, run: string, page: EntryPage): JournalEntry[] {
  if (!hasTable(statements, "_goldpan_op")) return [];
  const { order, beyond, limit, entity, batch } = page;
  const [operator, direction] = order === "ascending" ? [">", "ASC"] : ["<", "DESC"];
  const filters = Object.entries({ entity, batch }).filter(([, value]) => value !== undefined);
  const and = filters.map(([column]) => `AND ${column} = ?`).join(" ");
  const rows = statements.all(
    `SELECT * FROM _goldpan_op WHERE run = ? AND seq ${operator} ? ${and}
     ORDER BY seq ${direction} LIMIT ?`,
    run,
    beyond,
    ...filters.map(([, value]) => value ?? null),
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
    sources: JSON.parse(String(row["sources"])) as string[],
    links: JSON.parse(String(row["links"])) as string[],
    moved: JSON.parse(String(row["moved"])) as Record<string, StoreValue>,
    state: row["state"] as JournalState,
    reason: String(row["reason"]),
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

/** Which of these operations of `run` a rollback has taken back already. */
export function readUndone(
  statements: Statements,
  run: string,
  seqs: readonly number[],
): Set<number> {
  if (!hasTable(statements, "_goldpan_op")) return new Set();
  const rows = statements.all(
    `SELECT op.seq AS seq FROM _goldpan_run run JOIN _goldpan_op op ON op.run = run.id
     WHERE run.undoes = ? AND op.state = 'done' AND op.seq IN (SELECT value FROM json_each(?))`,
    run,
    JSON.stringify(seqs),
  );
  return new Set(rows.map(({ seq }) => Number(seq)));
}
