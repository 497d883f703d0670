import { mergeColumns, type ColumnGroup, type GroupPart } from "../../dedupe/merge-packed-parts.ts";
import { readGroupPart } from "../../dedupe/packed-part-blobs.ts";
import type { PackedColumn } from "../../dedupe/packed-records.ts";
import type { EntityName } from "../../model/entity.ts";
import { openStagedParts } from "../../workspace/staging.ts";

/** A group of columns whose parts stand in staging files. */
export interface MergeGroup {
  readonly entity: EntityName;
  readonly group: ColumnGroup;
  readonly stagingPaths: readonly string[];
  /** Numbers of the records, counted over all parts, by id. */
  readonly order: Int32Array;
}

/** The columns of the group over the whole table. */
export function mergeGroup(input: MergeGroup): Record<string, PackedColumn> {
  return mergeColumns(input.group, partsOf(input), input.order);
}

function* partsOf({ entity, group, stagingPaths }: MergeGroup): Generator<GroupPart> {
  for (const path of stagingPaths) {
    const staged = openStagedParts(path);
    try {
      const count = staged.count(entity);
      for (let part = 0; part < count; part += 1) {
        yield readGroupPart(group, (name) => staged.read(entity, part, name));
      }
    } finally {
      staged.close();
    }
  }
}
