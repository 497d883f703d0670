import type { FeatureOptions } from "../../dedupe/features/feature-options.ts";
import { joinColumns } from "../../dedupe/join-packed-parts.ts";
import type { PackedColumn } from "../../dedupe/packed-records.ts";
import type { PackedPart } from "../../dedupe/packed-part.ts";
import type { EntityName } from "../../model/entity.ts";

/** Parts of a table whose columns are wanted, by the dictionaries that give their ids. */
export interface JoinSomeColumns {
  readonly parts: readonly PackedPart[];
  readonly entity: EntityName;
  readonly options: FeatureOptions;
  readonly dictionaries: readonly string[];
}

/** These columns of the whole table. */
export function joinSomeColumns(input: JoinSomeColumns): Record<string, PackedColumn> {
  return joinColumns(input.parts, input.entity, input.options, input.dictionaries);
}
