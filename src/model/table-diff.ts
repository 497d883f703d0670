import type { EntityName } from "./entity.ts";

/** A column of both versions, and the field of the model that its heading means. */
export interface DiffColumn {
  readonly name: string;
  readonly entity: EntityName;
  readonly field: string | null;
}

export interface ChangedCell {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** A row of one version, by its key. */
export interface KeyedRow {
  readonly key: readonly string[];
  readonly cells: readonly string[];
}

export interface ChangedRow {
  readonly key: readonly string[];
  readonly cells: readonly ChangedCell[];
}

/** A key that stands in several rows of a version, or nowhere: its rows cannot be told apart. */
export interface AmbiguousKey {
  readonly key: readonly string[];
  readonly oldRows: number;
  readonly newRows: number;
}

/** How often a column changed, and into what most often. */
export interface ColumnChanges {
  readonly column: string;
  /** Cells that were blank, cells that are blank now, cells that say something else. */
  readonly filled: number;
  readonly cleared: number;
  readonly changed: number;
  /** The commonest changes, most first. */
  readonly commonest: readonly {
    readonly before: string;
    readonly after: string;
    readonly count: number;
  }[];
}

/** One version of a table: its rows are the same, changed, removed or added, or ambiguous. */
export interface DiffSide {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly ambiguous: number;
  readonly quarantined: number;
}

/** Two versions of a table, row by row; every list is sorted by key in code point order. */
export interface TableDiff {
  readonly key: readonly string[];
  readonly columns: readonly DiffColumn[];
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
  readonly old: DiffSide;
  readonly new: DiffSide;
  readonly same: number;
  readonly changed: readonly ChangedRow[];
  readonly added: readonly KeyedRow[];
  readonly removed: readonly KeyedRow[];
  readonly ambiguous: readonly AmbiguousKey[];
  readonly byColumn: readonly ColumnChanges[];
}
