import type { EntityName } from "../model/entity.ts";
import type { FieldComparison } from "../model/entity.ts";
import { textAt, type TextPool } from "./text-pool.ts";

/**
 * One feature of every record as integers.
 * `one`: a dictionary id (0 = missing) or a number a record. `set`: the ids of record `r` are
 * `values[offsets[r] .. offsets[r + 1])`, sorted, without repeats.
 */
export interface PackedColumn {
  readonly kind: "one" | "set";
  readonly offsets: Int32Array;
  readonly values: Int32Array;
  /** How many records hold an id; frozen statistics of the table. Empty for plain numbers. */
  readonly counts: Int32Array;
  /** The texts by id, where a comparison measures edit distance. */
  readonly text: TextPool;
}

/** A custom field that identifies, and how it is compared; its column is `custom.<name>`. */
export interface PackedCustomField {
  readonly name: string;
  readonly compare: FieldComparison;
}

/**
 * What the rarities of a table are counted over where it is not the table itself: the records that
 * were there when the statistics were frozen. New records then change no weight of a pair that has
 * been judged, so that file after file gives the clusters that all of them at once would give.
 */
export interface TableStatistics {
  /** How many records there were: the size that rarities and odds go by. */
  readonly records: number;
  /** 1 for the records that count. */
  readonly isCounted: Uint8Array;
  /** Column -> how many counted records hold each id. */
  readonly counts: Readonly<Record<string, Int32Array>>;
}

/** A table ready for matching: integers only, in shared memory, sorted by record id. */
export interface PackedRecords {
  readonly entity: EntityName;
  readonly size: number;
  readonly ids: TextPool;
  readonly customFields: readonly PackedCustomField[];
  readonly columns: Readonly<Record<string, PackedColumn>>;
  /** What rarities are counted over, where it is not all records. */
  readonly statistics?: TableStatistics;
}

/** The column of that name; asking for one that the entity does not have is a bug of the caller. */
export function columnOf(packed: PackedRecords, name: string): PackedColumn {
  const column = packed.columns[name];
  if (column === undefined) throw new Error(`No packed column ${name} for ${packed.entity}`);
  return column;
}

/** The id of a record by its position: `recordIdAt(packed, 0)` -> "crm:1001" */
export function recordIdAt(packed: PackedRecords, record: number): string {
  return textAt(packed.ids, record + 1);
}

/** The ids of all records by their positions, for whoever needs most of them more than once. */
export function allRecordIds(packed: PackedRecords): string[] {
  return Array.from({ length: packed.size }, (_, record) => recordIdAt(packed, record));
}

/** Whether a set column holds an id for a record; sets have a handful of values, so it walks them. */
export function hasValue(column: PackedColumn, record: number, id: number): boolean {
  const end = column.offsets[record + 1] ?? 0;
  for (let at = column.offsets[record] ?? 0; at < end; at += 1) {
    if (column.values[at] === id) return true;
  }
  return false;
}
