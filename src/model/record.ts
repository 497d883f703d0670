import type { EntityName } from "./entity.ts";
import type { Change, NormalizedItem } from "./normalizer.ts";

/** One field of a record: the raw text stays in the source row and is looked up there. */
export interface RecordValue {
  readonly items: readonly NormalizedItem[];
  /** Codes of the findings on this value. */
  readonly findings: readonly string[];
}

/**
 * A source row after mapping and normalizing: one record of one entity.
 * `id` is `system:row_key` (`contracts.md` 3): never a file, sheet or row number. A reference to
 * another record has the name as `display` and the id as `key`; one that ties to nobody keeps the
 * key of its text and carries the finding N014 or N015.
 */
export interface EntityRecord {
  readonly id: string;
  readonly entity: EntityName;
  readonly system: string;
  /** Row id of the `source_row` it came from, for looking back only; 0 for a user made of a name. */
  readonly sourceRow: number;
  /** ISO time of the export it came from, "" when unknown; the newer version wins. */
  readonly exportedAt: string;
  readonly values: Readonly<Record<string, RecordValue>>;
  /** Columns that the mapping keeps without a field: heading -> text. */
  readonly extra: Readonly<Record<string, string>>;
}

/** A logged repair of one value of one record. */
export interface RecordChange extends Change {
  readonly record: string;
  readonly field: string;
}
