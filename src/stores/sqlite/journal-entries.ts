import type { EntityName } from "../../model/entity.ts";
import type { StoreRow, StoreValue } from "../../model/plan.ts";
import type { EntryCount, EntryPage, JournalEntry, JournalKind, JournalState } from "../journal.ts";
import { operationId } from "./journal-schema.ts";
import type { Statements } from "./statements.ts";

/** Adds lines of one run to `_goldpan_op`. */
export function addEntries(
  statements: Statements,
  serial: number,
  entries: readonly JournalEntry[],
): void {
  for (const entry of entries) {
    statements.run(
      "INSERT INTO _goldpan_op VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        operationId(serial, entry.seq),
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
        linksText(entry),
        jsonOf(entry.moved),
        entry.state,
        entry.reason,
      ],
    );
  }
}

/** Links are mostly none, or those of a new row: the golden id and every source. */
function linksText({ kind, state, links }: JournalEntry): string {
  return kind === "insert" && state === "done" ? "*" : jsonOf(links);
}

function linksOf(text: string, goldenId: string, sources: readonly string[]): readonly string[] {
  return text === "*" ? [`goldpan:${goldenId}`, ...sources] : (JSON.parse(text) as string[]);
}

const jsonOf = (value: object): string => JSON.stringify(value);

/** No run has as many operations. */
const endOfRun = 2 ** 32 - 1;

/** The next entries of the run with this serial. */
export function readEntries(
  statements: Statements,
  serial: number,
  page: EntryPage,
): JournalEntry[] {
  const { order, beyond, limit, entity, batch } = page;
  const isUp = order === "ascending";
  const from = operationId(serial, isUp ? beyond + 1 : 0);
  const to = operationId(serial, isUp ? endOfRun : Math.min(beyond - 1, endOfRun));
  const filters = Object.entries({ entity, batch }).filter(([, value]) => value !== undefined);
  const and = filters.map(([column]) => `AND ${column} = ?`).join(" ");
  const rows = statements.all(
    `SELECT * FROM _goldpan_op WHERE id BETWEEN ? AND ? ${and}
     ORDER BY id ${isUp ? "ASC" : "DESC"} LIMIT ?`,
    from,
    to,
    ...filters.map(([, value]) => value ?? null),
    limit,
  );
  return rows.map(readEntry);
}

/** Every cast is of a column that `addEntries` filled from the same type. */
function readEntry(row: StoreRow): JournalEntry {
  const goldenId = String(row["golden"]);
  const sources = JSON.parse(String(row["sources"])) as string[];
  return {
    run: String(row["run"]),
    seq: Number(row["seq"]),
    batch: Number(row["batch"]),
    entity: row["entity"] as EntityName,
    table: String(row["table_name"]),
    kind: row["kind"] as JournalKind,
    key: row["pk"] ?? null,
    goldenId,
    before: JSON.parse(String(row["before"])) as StoreRow,
    after: JSON.parse(String(row["after"])) as StoreRow,
    beforeHash: String(row["before_hash"]),
    afterHash: String(row["after_hash"]),
    sources,
    links: linksOf(String(row["links"]), goldenId, sources),
    moved: JSON.parse(String(row["moved"])) as Record<string, StoreValue>,
    state: row["state"] as JournalState,
    reason: String(row["reason"]),
  };
}

/** What the run with this serial did, counted in the store. */
export function countEntries(statements: Statements, serial: number): EntryCount[] {
  const rows = statements.all(
    `SELECT entity, table_name, kind, state, count(*) AS count FROM _goldpan_op
     WHERE id BETWEEN ? AND ?
     GROUP BY entity, table_name, kind, state ORDER BY entity, table_name, kind, state`,
    operationId(serial, 0),
    operationId(serial, endOfRun),
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

/** Which operations from `first` to `last` the runs with these serials have taken back. */
export function readUndone(
  statements: Statements,
  serials: readonly number[],
  first: number,
  last: number,
): Set<number> {
  const undone = new Set<number>();
  for (const serial of serials) {
    const rows = statements.all(
      "SELECT seq FROM _goldpan_op WHERE id BETWEEN ? AND ? AND state = 'done'",
      operationId(serial, first),
      operationId(serial, last),
    );
    for (const { seq } of rows) undone.add(Number(seq));
  }
  return undone;
}
