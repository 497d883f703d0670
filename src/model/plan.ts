import type { EntityName } from "./entity.ts";

export const planOperationKinds = [
  "insert",
  "update",
  "same",
  "merge",
  "archive",
  "skip",
  "reject",
  "review",
] as const;
export type PlanOperationKind = (typeof planOperationKinds)[number];

/** A value as a store column holds it. Amounts are integers, dates ISO text, lists JSON text. */
export type StoreValue = string | number | null;
export type StoreRow = Readonly<Record<string, StoreValue>>;

/**
 * One operation of a plan. `apply` executes exactly this and never maps or matches again.
 * A reference to a row that the same plan inserts is `{ ref: goldenId, entity }` in `refs`.
 */
export interface PlanOperation {
  readonly seq: number;
  readonly entity: EntityName;
  readonly table: string;
  readonly kind: PlanOperationKind;
  readonly goldenId: string;
  /** Primary key in the store, null for an insert. */
  readonly key: StoreValue;
  /** Hash of the mapped columns of a row that is updated, as planned against; "" for others. */
  readonly beforeHash: string;
  /** Hash of the same columns after an update; "" where it depends on rows still to be inserted. */
  readonly afterHash: string;
  /** Changed columns only. */
  readonly before: StoreRow;
  readonly after: StoreRow;
  /**
   * Column -> golden id of the row it must point to, or the JSON array of several; resolved while
   * applying.
   */
  readonly refs: Readonly<Record<string, string>>;
  /** Source keys (`record_id`s) that this row goes back to. */
  readonly sources: readonly string[];
  /**
   * Those of them that are not tied to the row yet, the golden id among them as `goldpan:g-...`;
   * the crosswalk of the store gets them.
   */
  readonly links: readonly string[];
  /** Why rejected, skipped or put to review; "" otherwise. */
  readonly reason: string;
}

/** A table that a plan writes to: what its rows are known by and what is compared of them. */
export interface PlanTable {
  readonly entity: EntityName;
  readonly table: string;
  readonly primaryKey: string;
  /** The columns a plan may write, sorted; row hashes are made of these. */
  readonly columns: readonly string[];
  /** Columns the store changes by itself: no sign that somebody edited the row. */
  readonly volatile: readonly string[];
  /** Column -> entity whose row it points to. */
  readonly references: Readonly<Record<string, EntityName>>;
  /** Columns of fields with several values, sorted. */
  readonly lists: readonly string[];
  /** Column that holds the golden id, where the table has one. */
  readonly goldenColumn: string | null;
  /** Columns by which `verify` counts and sums, and the columns it sums. */
  readonly groupBy: readonly string[];
  readonly sums: readonly string[];
}

/** State of a store, whichever store it is. */
export interface TargetState {
  readonly schema: string;
  /** 0 for a store that goldpan has not written to. */
  readonly serial: number;
}

export type PlanCounts = Readonly<Record<PlanOperationKind, number>>;

export interface PlanManifest {
  readonly format: "goldpan.plan/1";
  readonly goldpanVersion: string;
  readonly mappingHash: string;
  /** What the target was like: hash of the tables' schema, number of the last journalled run. */
  readonly target: TargetState;
  /** In the order of loading. */
  readonly tables: readonly PlanTable[];
  /** Per entity: golden records and operations by kind; the equation holds or the plan is refused. */
  readonly counts: Readonly<Partial<Record<EntityName, PlanCounts & { readonly golden: number }>>>;
}
