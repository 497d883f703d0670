import type Database from "better-sqlite3";
import type { EntityName, Model } from "../../model/entity.ts";
import type { StoreRow, StoreValue } from "../../model/plan.ts";
import type { EntryCount, EntryPage, JournalEntry, JournalRun } from "../journal.ts";
import type {
  Reference,
  SourceKey,
  Store,
  StoreFingerprint,
  StoreLockHolder,
  StoreTable,
  StoreTransaction,
  TableAddress,
} from "../store.ts";
import { findXrefs } from "./crosswalk.ts";
import { rowInserter, type InsertRow } from "./insert-row.ts";
import { KeySearch } from "./key-search.ts";
import { countEntries, readEntries, readUndone } from "./journal-entries.ts";
import { readLaterRuns, readRuns, readSuperseded, rollbacksOf, serialOf } from "./journal-runs.ts";
import { changeMark, countOrphans, readRows } from "./rows.ts";
import { createJournal, createOwnTables, hasTable, readFingerprint, readTables } from "./schema.ts";
import { SqliteTransaction } from "./sqlite-transaction.ts";
import { quoteName, quoteNames } from "./sqlite-value.ts";
import { Statements } from "./statements.ts";
import { storeFailure } from "./store-failure.ts";
import {
  beatStoreLock,
  describeHolder,
  forceStoreLock,
  releaseStoreLock,
  takeStoreLock,
} from "./store-lock.ts";

/** A CRM in one SQLite file. Every fault of disk and file comes out as `STORE_...`. */
export class SqliteStore implements Store {
  readonly name: string;
  readonly #database: Database.Database;
  readonly #statements: Statements;
  readonly #inserters = new Map<string, InsertRow>();
  readonly #keys: KeySearch;
  #hasLock = false;

  constructor(name: string, database: Database.Database) {
    this.name = name;
    this.#database = database;
    this.#statements = new Statements(database);
    this.#keys = new KeySearch(this.#statements);
  }

  async tables(): Promise<readonly StoreTable[]> {
    return this.#guard(() => readTables(this.#statements));
  }

  async createTables(model: Model): Promise<void> {
    await this.transaction(async () =>
      createOwnTables(this.name, this.#statements, model, (sql) => this.#database.exec(sql)),
    );
    this.#statements.clear();
    this.#inserters.clear();
  }

  async prepareJournal(): Promise<void> {
    await this.transaction(async () =>
      createJournal(this.#statements, (sql) => this.#database.exec(sql)),
    );
  }

  async fingerprint(tables: readonly string[]): Promise<StoreFingerprint> {
    return this.#guard(() => readFingerprint(this.#statements, tables));
  }

  async readRows(
    at: TableAddress,
    columns: readonly string[],
    keys: readonly StoreValue[],
  ): Promise<(StoreRow | undefined)[]> {
    return this.#guard(() =>
      hasTable(this.#statements, at.table)
        ? readRows(this.#statements, at, columns, keys)
        : keys.map(() => undefined),
    );
  }

  async findKeys(at: TableAddress, rows: readonly StoreRow[]): Promise<StoreValue[][]> {
    return this.#guard(() =>
      hasTable(this.#statements, at.table) ? this.#keys.find(at, rows) : rows.map(() => []),
    );
  }

  async countRows(table: string): Promise<number> {
    return this.#guard(() => {
      if (!hasTable(this.#statements, table)) return 0;
      const row = this.#statements.get(`SELECT count(*) AS count FROM ${quoteName(table)}`);
      return Number(row?.["count"]);
    });
  }

  async countOrphans(reference: Reference, target: TableAddress): Promise<number> {
    return this.#guard(() => {
      const names = [reference.table, target.table];
      if (!names.every((name) => hasTable(this.#statements, name))) return 0;
      return countOrphans(this.#statements, reference, target);
    });
  }

  async *iterateRows(
    { table, primaryKey }: TableAddress,
    columns: readonly string[],
  ): AsyncGenerator<StoreRow> {
    if (!hasTable(this.#statements, table)) return;
    yield* this.#statements.iterate(
      `SELECT ${quoteNames(columns)} FROM ${quoteName(table)} ORDER BY ${quoteName(primaryKey)}`,
    );
  }

  async findXrefs(entity: EntityName, sources: readonly SourceKey[]): Promise<StoreValue[]> {
    return this.#guard(() =>
      hasTable(this.#statements, "_goldpan_xref")
        ? findXrefs(this.#statements, entity, sources)
        : sources.map(() => null),
    );
  }

  async changeMark(): Promise<string | null> {
    return this.#guard(() => changeMark(this.#statements));
  }

  async runs(): Promise<readonly JournalRun[]> {
    return this.#guard(() => readRuns(this.#statements));
  }

  async countEntries(run: string): Promise<readonly EntryCount[]> {
    return this.#ofRun(run, [], (serial) => countEntries(this.#statements, serial));
  }

  async readEntries(run: string, page: EntryPage): Promise<readonly JournalEntry[]> {
    return this.#ofRun(run, [], (serial) => readEntries(this.#statements, serial, page));
  }

  async undoneEntries(run: string, first: number, last: number): Promise<ReadonlySet<number>> {
    return this.#guard(() =>
      readUndone(this.#statements, rollbacksOf(this.#statements, run), first, last),
    );
  }

  async supersededEntries(run: string): Promise<ReadonlySet<number>> {
    return this.#guard(() => readSuperseded(this.#statements, run));
  }

  async laterRuns(run: string): Promise<readonly string[]> {
    return this.#guard(() => readLaterRuns(this.#statements, run));
  }

  async lock(startedAt: string): Promise<void> {
    await this.transaction(async () => takeStoreLock(this.#statements, this.name, startedAt));
    this.#hasLock = true;
  }

  async unlock(): Promise<void> {
    await this.transaction(async () => releaseStoreLock(this.#statements));
    this.#hasLock = false;
  }

  async forceUnlock(): Promise<void> {
    await this.transaction(async () => forceStoreLock(this.#statements));
  }

  async lockHolder(): Promise<StoreLockHolder | null> {
    return this.#guard(() => describeHolder(this.#statements));
  }

  async transaction<Result>(work: (write: StoreTransaction) => Promise<Result>): Promise<Result> {
    try {
      this.#keys.clear();
      this.#database.exec("BEGIN IMMEDIATE");
      const result = await work(new SqliteTransaction(this.#bench()));
      if (this.#hasLock) beatStoreLock(this.#statements);
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      // A full disk has rolled back by itself.
      if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
      throw storeFailure(error, this.name);
    }
  }

  #bench(): ConstructorParameters<typeof SqliteTransaction>[0] {
    const inserter = (table: string): InsertRow => this.#inserter(table);
    return { name: this.name, statements: this.#statements, inserter };
  }

  #inserter(name: string): InsertRow {
    const known = this.#inserters.get(name);
    if (known !== undefined) return known;
    const table = readTables(this.#statements).find((each) => each.name === name);
    if (table === undefined) throw new Error(`there is no table ${name}`);
    const trigger = "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?";
    const hasTriggers = this.#statements.get(trigger, name) !== undefined;
    const inserter = rowInserter(this.#statements, table, hasTriggers);
    this.#inserters.set(name, inserter);
    return inserter;
  }

  async *dump(): AsyncGenerator<string> {
    for (const { name, primaryKey, columns } of readTables(this.#statements)) {
      const names = columns.map((column) => column.name).sort();
      const order = primaryKey === null ? quoteNames(names) : quoteName(primaryKey);
      const sql = `SELECT ${quoteNames(names)} FROM ${quoteName(name)} ORDER BY ${order}`;
      for (const row of this.#statements.iterate(sql)) yield `${name} ${JSON.stringify(row)}`;
    }
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  /** Looks at the journal of a run; `none` when there is no such run. */
  #ofRun<Result>(run: string, none: Result, look: (serial: number) => Result): Result {
    return this.#guard(() => {
      const serial = serialOf(this.#statements, run);
      return serial === 0 ? none : look(serial);
    });
  }

  #guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw storeFailure(error, this.name);
    }
  }
}
