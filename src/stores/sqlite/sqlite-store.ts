import Database from "better-sqlite3";
import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { EntityName, Model } from "../../model/entity.ts";
import type { StoreRow, StoreValue } from "../../model/plan.ts";
import type {
  EntryCount,
  EntryPage,
  JournalEntry,
  JournalRun,
  SourceKey,
  Store,
  StoreFingerprint,
  StoreTable,
  StoreTransaction,
  TableAddress,
} from "../store.ts";
import { countEntries, findXref, readEntries, readLaterRuns, readRuns } from "./journal.ts";
import { createJournal, createOwnTables, hasTable, readFingerprint, readTables } from "./schema.ts";
import { SqliteTransaction } from "./sqlite-transaction.ts";
import { quoteName } from "./sqlite-value.ts";
import { Statements } from "./statements.ts";
import { storeFailure } from "./store-failure.ts";
import { forceStoreLock, releaseStoreLock, takeStoreLock } from "./store-lock.ts";

/**
 * Opens a CRM in one SQLite file. For writing it is made when it is not there, with mode 0600;
 * for reading a file that is not there reads as an empty store. Throws STORE_CANNOT_OPEN,
 * STORE_NOT_A_DATABASE.
 */
export function openSqliteStore(path: string, mode: "read" | "write"): Store {
  try {
    if (mode === "read") return openToRead(path);
    mkdirSync(dirname(path), { recursive: true });
    const isNew = !existsSync(path);
    const database = new Database(path);
    if (isNew) chmodSync(path, 0o600);
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    return new SqliteStore(path, database);
  } catch (error) {
    throw storeFailure(error, path);
  }
}

function openToRead(path: string): Store {
  if (!existsSync(path)) return new SqliteStore(path, new Database(":memory:"));
  const database = new Database(path, { readonly: true });
  // The file is looked at only by the first statement: what is no database is told now.
  database.pragma("schema_version");
  return new SqliteStore(path, database);
}

class SqliteStore implements Store {
  readonly name: string;
  readonly #database: Database.Database;
  readonly #statements: Statements;

  constructor(name: string, database: Database.Database) {
    this.name = name;
    this.#database = database;
    this.#statements = new Statements(database);
  }

  async tables(): Promise<readonly StoreTable[]> {
    return readTables(this.#statements);
  }

  async createTables(model: Model): Promise<void> {
    await this.transaction(async () =>
      createOwnTables(this.name, this.#statements, model, (sql) => this.#database.exec(sql)),
    );
    this.#statements.clear();
  }

  async prepareJournal(): Promise<void> {
    await this.transaction(async () =>
      createJournal(this.#statements, (sql) => this.#database.exec(sql)),
    );
  }

  async fingerprint(): Promise<StoreFingerprint> {
    return readFingerprint(this.#statements);
  }

  async readRows(
    { table, primaryKey }: TableAddress,
    columns: readonly string[],
    keys: readonly StoreValue[],
  ): Promise<ReadonlyMap<string, StoreRow>> {
    const rows = new Map<string, StoreRow>();
    if (!hasTable(this.#statements, table)) return rows;
    const sql = `SELECT ${namesOf(columns)} FROM ${quoteName(table)} WHERE ${quoteName(primaryKey)} = ?`;
    for (const key of keys) {
      const row = this.#statements.get(sql, key);
      if (row !== undefined) rows.set(String(key), row);
    }
    return rows;
  }

  async findKeys({ table, primaryKey }: TableAddress, row: StoreRow): Promise<StoreValue[]> {
    if (!hasTable(this.#statements, table)) return [];
    const where = Object.keys(row).map((column) => `${quoteName(column)} = ?`);
    const sql = `SELECT ${quoteName(primaryKey)} AS key FROM ${quoteName(table)}
      WHERE ${where.join(" AND ")} ORDER BY 1 LIMIT 2`;
    return this.#statements.all(sql, ...Object.values(row)).map(({ key }) => key ?? null);
  }

  async countRows(table: string): Promise<number> {
    if (!hasTable(this.#statements, table)) return 0;
    const row = this.#statements.get(`SELECT count(*) AS count FROM ${quoteName(table)}`);
    return Number(row?.["count"]);
  }

  async *iterateRows(
    { table, primaryKey }: TableAddress,
    columns: readonly string[],
  ): AsyncGenerator<StoreRow> {
    if (!hasTable(this.#statements, table)) return;
    yield* this.#statements.iterate(
      `SELECT ${namesOf(columns)} FROM ${quoteName(table)} ORDER BY ${quoteName(primaryKey)}`,
    );
  }

  async findXrefs(entity: EntityName, sources: readonly SourceKey[]): Promise<StoreValue[]> {
    if (!hasTable(this.#statements, "_goldpan_xref")) return sources.map(() => null);
    return sources.map(({ system, key }) => findXref(this.#statements, entity, system, key));
  }

  async runs(): Promise<readonly JournalRun[]> {
    return readRuns(this.#statements);
  }

  async countEntries(run: string): Promise<readonly EntryCount[]> {
    return countEntries(this.#statements, run);
  }

  async readEntries(run: string, page: EntryPage): Promise<readonly JournalEntry[]> {
    return readEntries(this.#statements, run, page);
  }

  async laterRuns(run: string): Promise<readonly string[]> {
    return readLaterRuns(this.#statements, run);
  }

  async lock(startedAt: string): Promise<void> {
    await this.transaction(async () => takeStoreLock(this.#statements, this.name, startedAt));
  }

  async unlock(): Promise<void> {
    await this.transaction(async () => releaseStoreLock(this.#statements));
  }

  async forceUnlock(): Promise<string> {
    return await this.transaction(async () => forceStoreLock(this.#statements));
  }

  async transaction<Result>(work: (write: StoreTransaction) => Promise<Result>): Promise<Result> {
    try {
      this.#database.exec("BEGIN IMMEDIATE");
      const result = await work(new SqliteTransaction(this.name, this.#statements));
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      // A full disk has rolled back by itself.
      if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
      throw storeFailure(error, this.name);
    }
  }

  async *dump(): AsyncGenerator<string> {
    for (const { name, primaryKey, columns } of readTables(this.#statements)) {
      const names = columns.map((column) => column.name).sort();
      const order = primaryKey === null ? namesOf(names) : quoteName(primaryKey);
      const sql = `SELECT ${namesOf(names)} FROM ${quoteName(name)} ORDER BY ${order}`;
      for (const row of this.#statements.iterate(sql)) yield `${name} ${JSON.stringify(row)}`;
    }
  }

  async close(): Promise<void> {
    this.#database.close();
  }
}

function namesOf(columns: readonly string[]): string {
  return columns.map(quoteName).join(", ");
}
