import type { EntityName } from "../model/entity.ts";
import type { PlanManifest, PlanTable, StoreRow, StoreValue } from "../model/plan.ts";

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
  /** Golden records and operations by entity, as planned; empty for a rollback. */
  readonly counts: PlanManifest["counts"];
  /** How many rows each table had before. */
  readonly rowsBefore: Readonly<Record<string, number>>;
  /** The columns each table had, whether the plan writes them or not. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Hash over this run and the one before: a line that is changed later breaks the chain. */
  readonly chain: string;
}

/** What an operation did; a `link` ties source keys to a row and leaves the row as it is. */
export type JournalKind = "insert" | "update" | "delete" | "link";

/**
 * What became of an operation. A load leaves out rows that changed since planning (`stale`) and
 * rows the store refuses (`rejected`); the other states belong to a rollback.
 */
export type JournalState =
  | "done"
  | "stale"
  | "rejected"
  | "partial"
  | "kept_edited"
  | "kept_referenced"
  | "missing"
  | "blocked";

/** A line of `_goldpan_op`, written in the transaction of the change it describes. */
export interface JournalEntry {
  readonly run: string;
  /** Of the plan; a rollback has the number of the operation that it takes back. */
  readonly seq: number;
  /** Number of the transaction within the run, from 1. */
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
  /** Source records that the row goes back to. */
  readonly sources: readonly string[];
  /** Source keys that were tied to the row. */
  readonly links: readonly string[];
  /** Those of them that led to another row before, and which. */
  readonly moved: Readonly<Record<string, StoreValue>>;
  readonly state: JournalState;
  /** Why the store refused the row; "" otherwise. */
  readonly reason: string;
}

export interface EntryCount {
  readonly entity: EntityName;
  readonly table: string;
  readonly kind: JournalKind;
  readonly state: JournalState;
  readonly count: number;
}

export interface EntryPage {
  readonly order: "ascending" | "descending";
  /** Entries strictly beyond this `seq`. */
  readonly beyond: number;
  readonly limit: number;
  /** Only those of one entity, of one batch. */
  readonly entity?: EntityName | undefined;
  readonly batch?: number | undefined;
}
