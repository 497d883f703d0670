import { mergeColumns, type ColumnGroup, type GroupPart } from "../../dedupe/merge-packed-parts.ts";
import { readGroupPart } from "../../dedupe/packed-part-blobs.ts";
import type { PackedColumn } from "../../dedupe/packed-records.ts";
import type { EntityName } from "../../model/entity.ts";
import { openPartFile } from "../../workspace/part-files.ts";
import { turnsOf, type RangeTurns } from "../normalizing/range-turns.ts";
import type { SendPart } from "./send-part.ts";

/** Groups of columns whose parts stand in files. */
export interface MergeGroups {
  readonly partPaths: readonly string[];
  /** Those of all workers. */
  readonly groups: readonly OrderedGroup[];
  readonly turns: RangeTurns;
}

/** A group of columns with the order of its records. */
export interface OrderedGroup {
  readonly entity: EntityName;
  readonly group: ColumnGroup;
  /** Numbers of the records, counted over all parts, by id. */
  readonly order: Int32Array;
}

/** The columns of a group over the whole table. */
export interface MergedGroup {
  /** Its place among the groups. */
  readonly at: number;
  readonly columns: Readonly<Record<string, PackedColumn>>;
}

/** Groups that may wait for whoever takes them: each has columns over the whole table. */
const mostAhead = 4;

/**
 * Merges the groups whose turn it is and hands them over one by one: whoever gave the groups need not
 * be asked for the next one.
 */
export function mergeGroups(
  { partPaths, groups, turns }: MergeGroups,
  send: SendPart<MergedGroup>,
): void {
  for (const at of turnsOf(turns, groups.length, mostAhead)) {
    const ordered = groups[at];
    if (ordered === undefined) throw new Error(`No group ${at}`);
    const columns = mergeColumns(ordered.group, partsOf(ordered, partPaths), ordered.order);
    send({ at, columns }, []);
  }
}

function* partsOf(
  { entity, group }: OrderedGroup,
  partPaths: readonly string[],
): Generator<GroupPart> {
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
