import { mergeColumns, type ColumnGroup, type GroupPart } from "../../dedupe/merge-packed-parts.ts";
import type { PackedColumn } from "../../dedupe/packed-records.ts";

/** A group of columns whose parts lie in shared memory. */
export interface MergeParts {
  readonly group: ColumnGroup;
  readonly parts: readonly GroupPart[];
  /** Numbers of the records, counted over all parts, by id. */
  readonly order: Int32Array;
}

/** The columns of the group over the whole table. */
export function mergeParts({ group, parts, order }: MergeParts): Record<string, PackedColumn> {
  return mergeColumns(group, parts, order);
}
