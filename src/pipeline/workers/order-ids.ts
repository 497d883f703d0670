import { readPartIds } from "../../dedupe/packed-part-blobs.ts";
import { pickTexts, sortTexts } from "../../dedupe/sort-texts.ts";
import { joinPools, type TextPool } from "../../dedupe/text-pool.ts";
import type { EntityName } from "../../model/entity.ts";
import { openPartFile } from "../../workspace/part-files.ts";

/** An entity whose packed parts stand in files. */
export interface OrderIds {
  readonly entity: EntityName;
  readonly partPaths: readonly string[];
}

/** The ids of the records of a table, in shared memory. */
export interface OrderedIds {
  /** In code point order. */
  readonly ids: TextPool;
  /** The records by id, as numbers counted over all parts. */
  readonly order: Int32Array;
}

/** The ids of an entity and the order of its records. */
export function orderIds({ entity, partPaths }: OrderIds): OrderedIds {
  return orderOf(
    partPaths.flatMap((path) => {
      const parts = openPartFile(path);
      try {
        return Array.from({ length: parts.count(entity) }, (_, part) =>
          readPartIds((name) => parts.read(entity, part, name)),
        );
      } finally {
        parts.close();
      }
    }),
  );
}

/** The same of the ids of all parts. */
export function orderOf(parts: readonly TextPool[]): OrderedIds {
  const all = joinPools(parts);
  const sorted = sortTexts(all);
  const order = new Int32Array(new SharedArrayBuffer(sorted.byteLength));
  // Ids of the pool begin at 1, records at 0.
  for (let at = 0; at < sorted.length; at += 1) order[at] = (sorted[at] ?? 0) - 1;
  return { ids: pickTexts(all, sorted), order };
}
