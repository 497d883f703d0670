import Database from "better-sqlite3";
import type { Workspace } from "./open-workspace.ts";
import { workspaceFailure } from "./workspace-failure.ts";

/** A table that is made anew while everybody still reads the old one. */
export interface Staged {
  readonly table: string;
  /** SQL condition for the old rows that stay; none does when nothing is said. */
  readonly keeps?: string;
}

/** Where the rows go that will stand in `table`. `"finding"` -> "next_finding" */
export function stagedName(table: string): string {
  return `next_${table}`;
}

/**
 * Replaces whole tables: `work` writes under their staged names, without indexes, and may `settle`
 * what it wrote; in the end the new ones take the place of the old ones in one transaction. Whoever
 * looks before sees the old rows, only the writing connection reads the new ones under the names of
 * the tables. A run that fails or is killed leaves the old rows. Inside it `inTransaction` joins.
 * Throws WORKSPACE_DISK_FULL and the like for the disk's faults.
 */
export async function replaceTables<Result>(
  { database, path }: Workspace,
  staged: readonly Staged[],
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    database.exec("BEGIN IMMEDIATE");
    for (const each of staged) stage(each, database);
    const result = await work();
    // While a view stands in its way, SQLite does not find the table of an index.
    for (const { table } of staged) database.exec(`DROP VIEW temp.${table}`);
    for (const { table } of staged) swap(table, database);
    database.exec("COMMIT");
    return result;
  } catch (error) {
    // A full disk has rolled back by itself.
    if (database.inTransaction) database.exec("ROLLBACK");
    tidy(staged, database);
    throw workspaceFailure(error, path);
  }
}

/** Where even that fails, the next run does it. */
function tidy(staged: readonly Staged[], database: Database.Database): void {
  try {
    for (const { table } of staged) discard(table, database);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}

/**
 * Writes down what was staged so far: the file takes it in while there is time, and need not be
 * written as a whole in the end.
 */
export function settle({ database }: Workspace): void {
  database.exec("COMMIT");
  database.exec("BEGIN IMMEDIATE");
}

/** Indexes a staged table. Its index has one name or another, for that of the old table has its own. */
export function indexStaged(
  { database }: Workspace,
  index: { readonly name: string; readonly table: string; readonly columns: string },
  kind: "INDEX" | "UNIQUE INDEX" = "INDEX",
): void {
  const find = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?");
  const isTaken = find.get(index.name) !== undefined;
  const name = isTaken ? `${index.name}_next` : index.name;
  database.exec(`CREATE ${kind} ${name} ON ${stagedName(index.table)} (${index.columns})`);
}

/** An empty table with the columns of the old one, which this connection reads in its place. */
function stage({ table, keeps }: Staged, database: Database.Database): void {
  const next = stagedName(table);
  discard(table, database);
  const sql = database
    .prepare<[string], string>(
      "SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = ?",
    )
    .pluck()
    .get(table);
  const columns = sql?.slice(sql.indexOf("("));
  if (columns === undefined) throw new Error(`No table ${table}`);
  database.exec(`CREATE TABLE main.${next} ${columns}`);
  if (keeps !== undefined) {
    database.exec(`INSERT INTO main.${next} SELECT * FROM main.${table} WHERE ${keeps}`);
  }
  database.exec(`CREATE TEMP VIEW ${table} AS SELECT * FROM main.${next}`);
}

function swap(table: string, database: Database.Database): void {
  database.exec(`DROP TABLE main.${table}`);
  database.exec(`ALTER TABLE main.${stagedName(table)} RENAME TO ${table}`);
}

function discard(table: string, database: Database.Database): void {
  database.exec(
    `DROP VIEW IF EXISTS temp.${table}; DROP TABLE IF EXISTS main.${stagedName(table)}`,
  );
}
