import type { StoreRow, StoreValue } from "../../model/plan.ts";
import type { TableAddress } from "../store.ts";
import { quoteName, quoteNames } from "./sqlite-value.ts";
import type { Statements } from "./statements.ts";

/**
 * Finds rows by values of columns. Where the table has no index for them, a copy of these columns
 * with one is kept in a temporary table of the connection: the table itself stays as it is.
 */
export class KeySearch {
  readonly #statements: Statements;
  /** Table and columns -> where to search. */
  readonly #places = new Map<string, string>();

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** For each row the keys of at most two rows that equal it in its columns. */
  find(at: TableAddress, rows: readonly StoreRow[]): StoreValue[][] {
    return rows.map((row) => {
      const columns = Object.keys(row);
      const where = columns.map((column) => `${quoteName(column)} = ?`).join(" AND ");
      const sql = `SELECT ${quoteName(at.primaryKey)} AS key FROM ${this.#placeOf(at, columns)}
        WHERE ${where} ORDER BY 1 LIMIT 2`;
      return this.#statements.all(sql, ...Object.values(row)).map(({ key }) => key ?? null);
    });
  }

  /** Forgets the copies, because the tables may change. */
  clear(): void {
    for (const place of this.#places.values()) {
      if (place.startsWith("temp.")) this.#statements.run(`DROP TABLE ${place}`);
    }
    this.#places.clear();
  }

  #placeOf({ table, primaryKey }: TableAddress, columns: readonly string[]): string {
    const name = [table, ...columns].join("\u0000");
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.#isIndexed(table, columns)
      ? quoteName(table)
      : this.#copy(table, primaryKey, columns);
    this.#places.set(name, place);
    return place;
  }

  #copy(table: string, primaryKey: string, columns: readonly string[]): string {
    const name = `_goldpan_key_${this.#places.size}`;
    const names = quoteNames([...new Set([...columns, primaryKey])]);
    this.#statements.run(`CREATE TEMP TABLE ${name} AS SELECT ${names} FROM ${quoteName(table)}`);
    const index = `CREATE INDEX temp.${name}_columns ON ${name} (${quoteNames(columns)})`;
    this.#statements.run(index);
    return `temp.${name}`;
  }

  /** Does an index of the table, or its primary key, begin with one of these columns? */
  #isIndexed(table: string, columns: readonly string[]): boolean {
    const rows = this.#statements.all(
      `SELECT info.name AS name FROM pragma_index_list(?) list, pragma_index_info(list.name) info
       WHERE info.seqno = 0 AND list.partial = 0
       UNION SELECT name FROM pragma_table_info(?) WHERE pk = 1`,
      table,
      table,
    );
    return rows.some(({ name }) => columns.includes(String(name)));
  }
}
