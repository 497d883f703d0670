import { GoldpanError } from "../../errors.ts";
import type { EntityName } from "../../model/entity.ts";
import type { StoreRow, StoreValue } from "../../model/plan.ts";
import type { JournalEntry, JournalRun, RunState } from "../journal.ts";
import type {
  Reference,
  RowChange,
  SourceKey,
  SourceTie,
  StoreRefusal,
  StoreTransaction,
  TableAddress,
} from "../store.ts";
import { dropXrefs, findXrefs, saveXrefs } from "./crosswalk.ts";
import type { InsertRow } from "./insert-row.ts";
import { addEntries } from "./journal-entries.ts";
import { addRun, serialOf } from "./journal-runs.ts";
import { changeMark, findReferenced, readRows } from "./rows.ts";
import { quoteName } from "./sqlite-value.ts";
import type { Statements } from "./statements.ts";
import { guardWrite } from "./store-failure.ts";

/** What a transaction works with. */
export interface SqliteBench {
  readonly name: string;
  readonly statements: Statements;
  /** How rows get into a table. */
  readonly inserter: (table: string) => InsertRow;
}

/** The writes of a store, inside the transaction that whoever made this has begun. */
export class SqliteTransaction implements StoreTransaction {
  readonly #store: string;
  readonly #statements: Statements;
  readonly #inserter: SqliteBench["inserter"];

  constructor({ name, statements, inserter }: SqliteBench) {
    this.#store = name;
    this.#statements = statements;
    this.#inserter = inserter;
  }

  async readRows(
    at: TableAddress,
    columns: readonly string[],
    keys: readonly StoreValue[],
  ): Promise<(StoreRow | undefined)[]> {
    return readRows(this.#statements, at, columns, keys);
  }

  async insertRows({ table }: TableAddress, rows: readonly StoreRow[]): Promise<StoreRow[]> {
    const insert = this.#inserter(table);
    return guardWrite(this.#store, table, () => rows.map(insert));
  }

  async updateRows(at: TableAddress, changes: readonly RowChange[]): Promise<void> {
    guardWrite(this.#store, at.table, () => changes.forEach((change) => this.#update(at, change)));
  }

  #update({ table, primaryKey }: TableAddress, { key, values }: RowChange): void {
    const columns = Object.keys(values);
    if (columns.length === 0) return;
    const sql = this.#statements.text(`update ${table} ${columns.join()}`, () => {
      const sets = columns.map((column) => `${quoteName(column)} = ?`).join(", ");
      return `UPDATE ${quoteName(table)} SET ${sets} WHERE ${quoteName(primaryKey)} = ?`;
    });
    this.#statements.run(sql, [...Object.values(values), key]);
  }

  async deleteRows(
    { table, primaryKey }: TableAddress,
    keys: readonly StoreValue[],
  ): Promise<void> {
    const sql = `DELETE FROM ${quoteName(table)} WHERE ${quoteName(primaryKey)} = ?`;
    guardWrite(this.#store, table, () => keys.forEach((key) => this.#statements.run(sql, [key])));
  }

  async findReferenced(
    reference: Reference,
    values: readonly StoreValue[],
    except: readonly StoreValue[],
  ): Promise<readonly StoreValue[]> {
    return findReferenced(this.#statements, reference, values, except);
  }

  async saveXrefs(ties: readonly SourceTie[]): Promise<readonly SourceTie[]> {
    return saveXrefs(this.#statements, ties);
  }

  async dropXrefs(ties: readonly SourceTie[]): Promise<void> {
    dropXrefs(this.#statements, ties);
  }

  async findXrefs(entity: EntityName, sources: readonly SourceKey[]): Promise<StoreValue[]> {
    return findXrefs(this.#statements, entity, sources);
  }

  async changeMark(): Promise<string | null> {
    return changeMark(this.#statements);
  }

  async attempt(work: () => Promise<void>): Promise<StoreRefusal | null> {
    this.#statements.run("SAVEPOINT goldpan");
    try {
      await work();
      this.#statements.run("RELEASE goldpan");
      return null;
    } catch (error) {
      // A full disk has taken back the whole transaction.
      const isRefusal = error instanceof GoldpanError && error.code === "STORE_CONSTRAINT";
      if (!isRefusal) throw error;
      this.#statements.run("ROLLBACK TO goldpan");
      this.#statements.run("RELEASE goldpan");
      return { reason: String(error.details["reason"]) };
    }
  }

  async addEntries(entries: readonly JournalEntry[]): Promise<void> {
    const [first] = entries;
    if (first === undefined) return;
    addEntries(this.#statements, serialOf(this.#statements, first.run), entries);
  }

  async addRun(run: Omit<JournalRun, "serial" | "chain">): Promise<void> {
    addRun(this.#statements, run);
  }

  async setRunState(run: string, state: RunState): Promise<void> {
    this.#statements.run("UPDATE _goldpan_run SET state = ? WHERE id = ?", [state, run]);
  }
}
