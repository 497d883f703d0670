import type Database from "better-sqlite3";
import type { StoreRow, StoreValue } from "../../model/plan.ts";
import { rowFromSqlite, toSqlite } from "./sqlite-value.ts";

/** The statements of one connection: each text is prepared once, values go in and out exactly. */
export class Statements {
  readonly #database: Database.Database;
  readonly #prepared = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** The first row, or undefined. */
  get(sql: string, ...values: readonly StoreValue[]): StoreRow | undefined {
    const row = this.#prepare(sql).get(...values.map(toSqlite));
    return row === undefined ? undefined : rowFromSqlite(asRow(row));
  }

  /** All rows; for answers that are small. */
  all(sql: string, ...values: readonly StoreValue[]): StoreRow[] {
    return this.#prepare(sql)
      .all(...values.map(toSqlite))
      .map((row) => rowFromSqlite(asRow(row)));
  }

  /** Row by row; nothing can be written meanwhile. */
  *iterate(sql: string, ...values: readonly StoreValue[]): Generator<StoreRow> {
    const statement = this.#database.prepare(sql).safeIntegers(true);
    for (const row of statement.iterate(...values.map(toSqlite))) yield rowFromSqlite(asRow(row));
  }

  run(sql: string, ...values: readonly StoreValue[]): void {
    this.#prepare(sql).run(...values.map(toSqlite));
  }

  /** Forgets the statements, because the schema has changed. */
  clear(): void {
    this.#prepared.clear();
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    if (statement.reader) statement.safeIntegers(true);
    this.#prepared.set(sql, statement);
    return statement;
  }
}

/** The driver gives rows as plain objects unless told otherwise, which nobody here does. */
function asRow(row: unknown): Readonly<Record<string, unknown>> {
  return row as Readonly<Record<string, unknown>>;
}
