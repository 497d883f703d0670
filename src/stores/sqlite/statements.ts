import type Database from "better-sqlite3";
import type { StoreRow, StoreValue } from "../../model/plan.ts";
import { fromSqlite, toSqlite } from "./sqlite-value.ts";

interface Prepared {
  readonly statement: Database.Statement;
  /** Names of the columns of its answer; none for a statement that answers nothing. */
  readonly columns: readonly string[];
}

/** More different statements than this are not worth keeping. */
const keptStatements = 500;

/** The statements of one connection: each text is prepared once, values go in and out exactly. */
export class Statements {
  readonly #database: Database.Database;
  readonly #prepared = new Map<string, Prepared>();
  readonly #texts = new Map<string, string>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** The first row, or undefined. */
  get(sql: string, ...values: readonly StoreValue[]): StoreRow | undefined {
    const { statement, columns } = this.#prepare(sql);
    const row = statement.get(...values.map(toSqlite));
    return row === undefined ? undefined : rowOf(row, columns);
  }

  /** All rows; for answers that are small. */
  all(sql: string, ...values: readonly StoreValue[]): StoreRow[] {
    const { statement, columns } = this.#prepare(sql);
    return statement.all(...values.map(toSqlite)).map((row) => rowOf(row, columns));
  }

  /**
   * All rows of a statement whose first column says where each belongs; they lack the columns that
   * have no value.
   */
  allByPlace(sql: string, value: StoreValue): { readonly place: number; readonly row: StoreRow }[] {
    const { statement, columns } = this.#prepare(sql);
    // Statements that answer are prepared with `raw`: each row is an array.
    const rows = statement.all(toSqlite(value)) as unknown[][];
    return rows.map((cells) => ({ place: Number(cells[0]), row: sparseRow(cells, columns) }));
  }

  /** Row by row; nothing can be written meanwhile. */
  *iterate(sql: string, ...values: readonly StoreValue[]): Generator<StoreRow> {
    const { statement, columns } = prepare(this.#database, sql);
    for (const row of statement.iterate(...values.map(toSqlite))) yield rowOf(row, columns);
  }

  /** Returns the number of rows that were changed. */
  run(sql: string, values: readonly StoreValue[] = []): number {
    return this.#prepare(sql).statement.run(bound(values)).changes;
  }

  /** Runs an INSERT and returns the number of its row. */
  insert(sql: string, values: readonly StoreValue[]): StoreValue {
    const { lastInsertRowid } = this.#prepare(sql).statement.run(bound(values));
    return fromSqlite(lastInsertRowid);
  }

  /** The text of a statement that is made again and again: `make` is asked once for each name. */
  text(name: string, make: () => string): string {
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    if (this.#texts.size >= keptStatements) this.#texts.clear();
    const text = make();
    this.#texts.set(name, text);
    return text;
  }

  /** Forgets the statements, because the schema has changed. */
  clear(): void {
    this.#prepared.clear();
    this.#texts.clear();
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    if (this.#prepared.size >= keptStatements) this.clear();
    const prepared = prepare(this.#database, sql);
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

function bound(values: readonly StoreValue[]): (string | number | bigint | null)[] {
  const result: (string | number | bigint | null)[] = [];
  for (const value of values) result.push(toSqlite(value));
  return result;
}

function prepare(database: Database.Database, sql: string): Prepared {
  const statement = database.prepare(sql).safeIntegers(true);
  if (!statement.reader) return { statement, columns: [] };
  return { statement: statement.raw(true), columns: statement.columns().map(({ name }) => name) };
}

function rowOf(cells: unknown, columns: readonly string[]): StoreRow {
  // Statements that answer are prepared with `raw`: each row is an array.
  const values = cells as readonly unknown[];
  const row: Record<string, StoreValue> = {};
  for (let at = 0; at < columns.length; at += 1) {
    row[columns[at] ?? ""] = fromSqlite(values[at]);
  }
  return row;
}

/** A row of the CRM, without its first cell and the columns that have no value: most have few. */
function sparseRow(cells: readonly unknown[], columns: readonly string[]): StoreRow {
  const row: Record<string, StoreValue> = {};
  for (let at = 1; at < columns.length; at += 1) {
    const value = cells[at];
    if (value !== null) row[columns[at] ?? ""] = fromSqlite(value);
  }
  return row;
}
