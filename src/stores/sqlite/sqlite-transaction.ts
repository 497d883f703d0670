import type { EntityName } from "../../model/entity.ts";
import type { StoreRow, StoreValue } from "../../model/plan.ts";
import type {
  JournalEntry,
  JournalRun,
  RunState,
  SourceKey,
  StoreTransaction,
  TableAddress,
} from "../store.ts";
import { addEntry, addRun, findXref } from "./journal.ts";
import { quoteName } from "./sqlite-value.ts";
import type { Statements } from "./statements.ts";
import { guardWrite } from "./store-failure.ts";

/** The writes of a store, inside the transaction that whoever made this has begun. */
export class SqliteTransaction implements StoreTransaction {
  readonly #store: string;
  readonly #statements: Statements;

  constructor(store: string, statements: Statements) {
    this.#store = store;
    this.#statements = statements;
  }

  async readRow(
    { table, primaryKey }: TableAddress,
    key: StoreValue,
  ): Promise<StoreRow | undefined> {
    const sql = `SELECT * FROM ${quoteName(table)} WHERE ${quoteName(primaryKey)} = ?`;
    return this.#statements.get(sql, key);
  }

  async insertRow({ table }: TableAddress, values: StoreRow): Promise<StoreRow> {
    const columns = Object.keys(values);
    const names = columns.map(quoteName).join(", ");
    const marks = columns.map(() => "?").join(", ");
    const filled = columns.length === 0 ? "DEFAULT VALUES" : `(${names}) VALUES (${marks})`;
    const sql = `INSERT INTO ${quoteName(table)} ${filled} RETURNING *`;
    const row = guardWrite(this.#store, table, () =>
      this.#statements.get(sql, ...Object.values(values)),
    );
    return row ?? {};
  }

  async updateRow(
    { table, primaryKey }: TableAddress,
    key: StoreValue,
    values: StoreRow,
  ): Promise<void> {
    const columns = Object.keys(values);
    if (columns.length === 0) return;
    const changes = columns.map((column) => `${quoteName(column)} = ?`).join(", ");
    const sql = `UPDATE ${quoteName(table)} SET ${changes} WHERE ${quoteName(primaryKey)} = ?`;
    guardWrite(this.#store, table, () => this.#statements.run(sql, ...Object.values(values), key));
  }

  async deleteRow({ table, primaryKey }: TableAddress, key: StoreValue): Promise<void> {
    const sql = `DELETE FROM ${quoteName(table)} WHERE ${quoteName(primaryKey)} = ?`;
    guardWrite(this.#store, table, () => this.#statements.run(sql, key));
  }

  async countWhere(table: string, column: string, value: StoreValue): Promise<number> {
    const sql = `SELECT count(*) AS count FROM ${quoteName(table)} WHERE ${quoteName(column)} = ?`;
    return Number(this.#statements.get(sql, value)?.["count"]);
  }

  async saveXref(
    run: string,
    entity: EntityName,
    sources: readonly SourceKey[],
    key: StoreValue,
  ): Promise<void> {
    const sql = `INSERT INTO _goldpan_xref VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET pk = excluded.pk, run = excluded.run WHERE pk <> excluded.pk`;
    for (const source of sources) {
      this.#statements.run(sql, source.system, source.key, entity, key, run);
    }
  }

  async dropXref(entity: EntityName, key: StoreValue, run: string | null): Promise<void> {
    const sql = "DELETE FROM _goldpan_xref WHERE entity = ? AND pk = ? AND ifnull(?, run) = run";
    this.#statements.run(sql, entity, key, run);
  }

  async findXref(entity: EntityName, { system, key }: SourceKey): Promise<StoreValue> {
    return findXref(this.#statements, entity, system, key);
  }

  async addEntry(entry: JournalEntry): Promise<void> {
    addEntry(this.#statements, entry);
  }

  async addRun(run: Omit<JournalRun, "serial" | "chain">): Promise<void> {
    addRun(this.#statements, run);
  }

  async setRunState(run: string, state: RunState): Promise<void> {
    this.#statements.run("UPDATE _goldpan_run SET state = ? WHERE id = ?", state, run);
  }
}
