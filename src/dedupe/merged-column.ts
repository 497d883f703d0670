import type { RawColumn } from "./column-builder.ts";
import type { FeatureColumn } from "./features/feature-set.ts";
import { createGrowingInts, type GrowingInts } from "./growing-array.ts";

/** A column of all parts one after the other, with ids of one dictionary. */
export interface MergedColumn {
  readonly spec: FeatureColumn;
  /** One longer than the records if the column is a set, else empty. */
  readonly offsets: GrowingInts;
  readonly values: GrowingInts;
}

/** A column before the first part. */
export function emptyColumn(spec: FeatureColumn): MergedColumn {
  const offsets = createGrowingInts();
  if (spec.kind === "texts") offsets.push(0);
  return { spec, offsets, values: createGrowingInts() };
}

/**
 * Adds what a part holds of the column; `ids` are the ids of its texts in the common dictionary, none
 * where they stay as they are.
 */
export function appendPart(
  { spec, offsets, values }: MergedColumn,
  part: RawColumn | undefined,
  ids: Int32Array | undefined,
): void {
  if (part === undefined) throw new Error(`Part without the column ${spec.name}`);
  const start = values.length;
  const own = values.append(part.values);
  if (ids !== undefined && spec.kind !== "number") {
    for (let at = 0; at < own.length; at += 1) own[at] = ids[own[at] ?? 0] ?? 0;
  }
  const ends = offsets.append(part.offsets.subarray(1));
  for (let at = 0; at < ends.length; at += 1) ends[at] = start + (ends[at] ?? 0);
}
