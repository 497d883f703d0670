import { mergeColumns, type ColumnGroup, type GroupPart } from "../../dedupe/merge-packed-parts.ts";
import { readGroupPart } from "../../dedupe/packed-part-blobs.ts";
import type { PackedColumn } from "../../dedupe/packed-records.ts";
import type { EntityName } from "../../model/entity.ts";
import { openPartFile } from "../../workspace/part-files.ts";

/** A group of columns whose parts stand in files. */
export interface MergeGroup {
  readonly entity: EntityName;
  readonly group: ColumnGroup;
  readonly partPaths: readonly string[];
  /** Numbers of the records, counted over all parts, by id. */
  readonly order: Int32Array;
}

/** The columns of the group over the whole table. */
export function mergeGroup(input: MergeGroup): Record<string, PackedColumn> {
  return mergeColumns(input.group, partsOf(input), input.order);
}

function* partsOf({ entity, group, partPaths }: MergeGroup): Generator<GroupPart> {
  for (const path of partPaths) {
    const parts = openPartFile(path);
    try {
      const count = parts.count(entity);
      for (let part = 0; part < count; part += 1) {
        yield readGroupPart(group, (name) => parts.read(entity, part, name));
      }
    } finally {
      parts.close();
    }
  }
}
