import type { EntityName, Model } from "../model/entity.ts";
import type { PlanTable, StoreRow, StoreValue, TargetState } from "../model/plan.ts";
import type { EntryCount, EntryPage, JournalEntry, JournalRun, RunState } from "./journal.ts";

export interface StoreColumn {
  readonly name: string;
  /** The type as the database names it. */
  readonly type: string;
  /** Must have a value and has none by itself: an insert without it fails. */
  readonly isRequired: boolean;
  /** Gets a value by itself when an insert leaves it out. */
  readonly hasDefault: boolean;
  /** What the column points to by a foreign key. */
  readonly pointsTo: { readonly table: string; readonly column: string } | null;
}

export interface StoreTable {
  readonly name: string;
  /** null when it has none, or one of several columns: such a table cannot be loaded. */
  readonly primaryKey: string | null;
  /** goldpan created it. */
  readonly isOwn: boolean;
  readonly columns: readonly StoreColumn[];
}

/** Where rows are: a table and the column they are known by. */
export type TableAddress = Pick<PlanTable, "table" | "primaryKey">;

/** What a plan was made against. Lineage is "new" before goldpan has written to the store. */
export interface StoreFingerprint extends TargetState {
  readonly lineage: string;
}

/** A key of a source system, `crm` and `8841`; golden ids stand under the system `goldpan`. */
export interface SourceKey {
  readonly system: string;
  readonly key: string;
}

/** A source key and the row it is tied to. */
export interface SourceTie {
  readonly entity: EntityName;
  readonly source: SourceKey;
  readonly key: StoreValue;
}

export interface RowChange {
  readonly key: StoreValue;
  /** Only these columns are written. */
  readonly values: StoreRow;
}

/** A column through which rows may point to rows of a table. */
export interface Reference extends TableAddress {
  readonly column: string;
  /** The column holds a JSON array of keys. */
  readonly isList: boolean;
}

/** What both a store and an open transaction can be asked. */
export interface StoreReader {
  /**
   * The rows with these keys in the same order, undefined where there is none; every column when
   * none is named. A row lacks the columns that have no value.
   */
  readRows(
    at: TableAddress,
    columns: readonly string[],
    keys: readonly StoreValue[],
  ): Promise<readonly (StoreRow | undefined)[]>;
  /** The row keys of source keys in the same order, null where there is none. */
  findXrefs(entity: EntityName, sources: readonly SourceKey[]): Promise<readonly StoreValue[]>;
  /**
   * As long as it is the same nobody but this connection has written to the store. null where the
   * database cannot tell.
   */
  changeMark(): Promise<string | null>;
}

/** Why a table did not take a row: the sentence of the database. */
export interface StoreRefusal {
  readonly reason: string;
}

/** What is written together or not at all. Throws STORE_CONSTRAINT where a table refuses a row. */
export interface StoreTransaction extends StoreReader {
  /** Inserts rows and returns them whole, with what the store put in by itself; null is left out. */
  insertRows(at: TableAddress, rows: readonly StoreRow[]): Promise<readonly StoreRow[]>;
  updateRows(at: TableAddress, changes: readonly RowChange[]): Promise<void>;
  deleteRows(at: TableAddress, keys: readonly StoreValue[]): Promise<void>;
  /** Which of the values rows point to, other than the rows `except` of that table. */
  findReferenced(
    reference: Reference,
    values: readonly StoreValue[],
    except: readonly StoreValue[],
  ): Promise<readonly StoreValue[]>;
  /** Ties source keys to rows. Returns the ties that there were and that led to other rows. */
  saveXrefs(ties: readonly SourceTie[]): Promise<readonly SourceTie[]>;
  /** Takes ties away, as far as they still lead to these rows. */
  dropXrefs(ties: readonly SourceTie[]): Promise<void>;
  /**
   * Runs `work` so that its writes can be taken back alone: what the store said when
   * it refused one of its rows and they were, null when all is written.
   */
  attempt(work: () => Promise<void>): Promise<StoreRefusal | null>;
  /** Entries of one run. */
  addEntries(entries: readonly JournalEntry[]): Promise<void>;
  addRun(run: Omit<JournalRun, "serial" | "chain">): Promise<void>;
  setRunState(run: string, state: RunState): Promise<void>;
}

/** Who holds the lock of a store. */
export interface StoreLockHolder {
  /** `process 4711 on host since 2026-11-24T10:00:00Z` */
  readonly name: string;
  /** False when its process is known to be gone. */
  readonly isAlive: boolean;
}

/**
 * A CRM database that goldpan writes to. Everything that goldpan keeps there stands in tables
 * `_goldpan_...`; no table is altered that it did not create. Reads of a table that is not there
 * find nothing. Throws `STORE_...` for faults of disk, file and connection.
 */
export interface Store extends StoreReader {
  /** What a person calls it: the file, or host and database. */
  readonly name: string;
  /** The tables of the CRM, sorted by name, without those of the journal. */
  tables(): Promise<readonly StoreTable[]>;
  /** Creates the tables of the model that are not there yet, and columns missing in its own ones. */
  createTables(model: Model): Promise<void>;
  prepareJournal(): Promise<void>;
  /** Lineage and last run of the store, and the schema of the tables named. */
  fingerprint(tables: readonly string[]): Promise<StoreFingerprint>;
  /** For each row the keys of rows that equal it in its columns; at most two, more is not needed. */
  findKeys(
    at: TableAddress,
    rows: readonly StoreRow[],
  ): Promise<readonly (readonly StoreValue[])[]>;
  countRows(table: string): Promise<number>;
  /** How many rows point to a row of `target` that is not there. */
  countOrphans(reference: Reference, target: TableAddress): Promise<number>;
  /** All rows by key. */
  iterateRows(at: TableAddress, columns: readonly string[]): AsyncIterable<StoreRow>;
  runs(): Promise<readonly JournalRun[]>;
  countEntries(run: string): Promise<readonly EntryCount[]>;
  /** The next entries of a run in ascending or descending order of `seq`, at most `limit`. */
  readEntries(run: string, page: EntryPage): Promise<readonly JournalEntry[]>;
  /** Which operations of `run` from `first` to `last` were taken back by rollbacks. */
  undoneEntries(run: string, first: number, last: number): Promise<ReadonlySet<number>>;
  /** The operations of `run` whose rows later loads wrote to. */
  supersededEntries(run: string): Promise<ReadonlySet<number>>;
  /** Loads after `run`, not rolled back, that wrote to rows that `run` wrote to; oldest first. */
  laterRuns(run: string): Promise<readonly string[]>;
  /** Takes the lock of the store. Throws STORE_LOCKED, exit 7, naming who is at work. */
  lock(startedAt: string): Promise<void>;
  unlock(): Promise<void>;
  /** Removes the lock, whoever holds it. */
  forceUnlock(): Promise<void>;
  /** Who holds the lock; null when nobody does. */
  lockHolder(): Promise<StoreLockHolder | null>;
  transaction<Result>(work: (write: StoreTransaction) => Promise<Result>): Promise<Result>;
  /** Every row of the CRM's tables as a line of text; two stores are equal when these are. */
  dump(): AsyncIterable<string>;
  close(): Promise<void>;
}
