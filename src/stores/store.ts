import type { EntityName, Model } from "../model/entity.ts";
import type { PlanTable, StoreRow, StoreValue } from "../model/plan.ts";

export interface StoreColumn {
  readonly name: string;
  /** The type as the database names it. */
  readonly type: string;
  /** Must have a value and has none by itself: an insert without it fails. */
  readonly isRequired: boolean;
  /** Table that the column points to by a foreign key. */
  readonly pointsTo: string | null;
}

export interface StoreTable {
  readonly name: string;
  /** null when it has none, or one of several columns: such a table cannot be loaded. */
  readonly primaryKey: string | null;
  readonly columns: readonly StoreColumn[];
}

/** Where rows are: a table and the column they are known by. */
export type TableAddress = Pick<PlanTable, "table" | "primaryKey">;

/** What a plan was made against. Lineage is "new" before goldpan has written to the store. */
export interface StoreFingerprint {
  readonly lineage: string;
  readonly schema: string;
  /** Number of the last journalled run, 0 for none. */
  readonly serial: number;
}

export type RunKind = "load" | "rollback";
export type RunState = "running" | "done" | "rolled-back";

/** A line of `_goldpan_run`. */
export interface JournalRun {
  readonly id: string;
  readonly serial: number;
  readonly kind: RunKind;
  /** The run that a rollback takes back. */
  readonly undoes: string | null;
  readonly planHash: string;
  readonly startedAt: string;
  readonly state: RunState;
  readonly tables: readonly PlanTable[];
  /** How many operations the plan has that write. */
  readonly planned: number;
  /** How many rows each table had before. */
  readonly rowsBefore: Readonly<Record<string, number>>;
  /** Hash over this run and the one before: a line that is changed later breaks the chain. */
  readonly chain: string;
}

export type JournalKind = "insert" | "update" | "delete";

/** What became of an operation; those of the second line belong to a rollback. */
export type JournalState =
  | "done"
  | "stale"
  | "partial"
  | "kept_edited"
  | "kept_referenced"
  | "missing";

/** A line of `_goldpan_op`, written in the transaction of the change it describes. */
export interface JournalEntry {
  readonly run: string;
  readonly seq: number;
  readonly batch: number;
  readonly entity: EntityName;
  readonly table: string;
  readonly kind: JournalKind;
  readonly key: StoreValue;
  readonly goldenId: string;
  /** Changed columns; the whole row for a delete. */
  readonly before: StoreRow;
  /** Changed columns; the whole row for an insert, columns without value left out. */
  readonly after: StoreRow;
  readonly beforeHash: string;
  readonly afterHash: string;
  readonly state: JournalState;
}

export interface SourceKey {
  readonly system: string;
  readonly key: string;
}

/** What is written together or not at all. */
export interface StoreTransaction {
  readRow(at: TableAddress, key: StoreValue): Promise<StoreRow | undefined>;
  /** Inserts a row and returns it whole, with what the store put in by itself. */
  insertRow(at: TableAddress, values: StoreRow): Promise<StoreRow>;
  updateRow(at: TableAddress, key: StoreValue, values: StoreRow): Promise<void>;
  deleteRow(at: TableAddress, key: StoreValue): Promise<void>;
  /** How many rows have `value` in `column`. */
  countWhere(table: string, column: string, value: StoreValue): Promise<number>;
  /** Ties source keys to a row; a key that was tied to another row moves. */
  saveXref(
    run: string,
    entity: EntityName,
    sources: readonly SourceKey[],
    key: StoreValue,
  ): Promise<void>;
  /** Forgets the source keys that a run tied to a row; all of them for null. */
  dropXref(entity: EntityName, key: StoreValue, run: string | null): Promise<void>;
  findXref(entity: EntityName, source: SourceKey): Promise<StoreValue>;
  addEntry(entry: JournalEntry): Promise<void>;
  addRun(run: Omit<JournalRun, "serial" | "chain">): Promise<void>;
  setRunState(run: string, state: RunState): Promise<void>;
}

export interface EntryCount {
  readonly entity: EntityName;
  readonly table: string;
  readonly kind: JournalKind;
  readonly state: JournalState;
  readonly count: number;
}

/**
 * A CRM database that goldpan writes to. Everything that goldpan keeps there stands in tables
 * `_goldpan_...`; no table is altered that it did not create. Reads of a table that is not there
 * find nothing. Throws `STORE_...` for faults of disk, file and connection.
 */
export interface Store {
  /** What a person calls it: the file, or host and database. */
  readonly name: string;
  /** The tables of the CRM, sorted by name, without those of the journal. */
  tables(): Promise<readonly StoreTable[]>;
  /** Creates the tables of the model that are not there yet, and columns missing in its own ones. */
  createTables(model: Model): Promise<void>;
  prepareJournal(): Promise<void>;
  fingerprint(): Promise<StoreFingerprint>;
  /** The rows with these keys, by key as text. */
  readRows(
    at: TableAddress,
    columns: readonly string[],
    keys: readonly StoreValue[],
  ): Promise<ReadonlyMap<string, StoreRow>>;
  /** The keys of rows that equal `row` in its columns; at most two, for more is not needed. */
  findKeys(at: TableAddress, row: StoreRow): Promise<readonly StoreValue[]>;
  countRows(table: string): Promise<number>;
  /** All rows by key. */
  iterateRows(at: TableAddress, columns: readonly string[]): AsyncIterable<StoreRow>;
  /** The row keys of source keys in the same order, null where there is none. */
  findXrefs(entity: EntityName, sources: readonly SourceKey[]): Promise<readonly StoreValue[]>;
  runs(): Promise<readonly JournalRun[]>;
  countEntries(run: string): Promise<readonly EntryCount[]>;
  /** The next entries of a run in ascending or descending order of `seq`, at most `limit`. */
  readEntries(run: string, page: EntryPage): Promise<readonly JournalEntry[]>;
  /** Runs after `run`, not rolled back, that wrote to rows that `run` wrote to. */
  laterRuns(run: string): Promise<readonly string[]>;
  /** Takes the lock of the store. Throws STORE_LOCKED, exit 7, naming who is at work. */
  lock(startedAt: string): Promise<void>;
  unlock(): Promise<void>;
  /** Removes the lock, whoever holds it, and says who that was; "" when nobody did. */
  forceUnlock(): Promise<string>;
  transaction<Result>(work: (write: StoreTransaction) => Promise<Result>): Promise<Result>;
  /** Every row of the CRM's tables as a line of text; two stores are equal when these are. */
  dump(): AsyncIterable<string>;
  close(): Promise<void>;
}

export interface EntryPage {
  readonly order: "ascending" | "descending";
  /** Entries strictly beyond this `seq`. */
  readonly beyond: number;
  readonly limit: number;
}
