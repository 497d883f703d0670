import type { EntityName } from "../model/entity.ts";
import type { Workspace } from "./open-workspace.ts";

/** A source key and the row of a store it went to (`contracts.md` 3). */
export interface SourceCrosswalk {
  readonly system: string;
  readonly sourceKey: string;
  readonly entity: EntityName;
  /** Lineage id of the store. */
  readonly store: string;
  readonly storeKey: string;
}

/** Keeps a copy of the store's crosswalk; the store's own is the one that counts. */
export function saveXref({ database }: Workspace, rows: Iterable<SourceCrosswalk>): void {
  const add = database.prepare(
    `INSERT OR REPLACE INTO xref (system, source_key, entity, store, store_key)
     VALUES (@system, @sourceKey, @entity, @store, @storeKey)`,
  );
  database.transaction(() => {
    for (const row of rows) add.run(row);
  })();
}

/** The crosswalk of a store by entity, system and key. */
export function iterateXref(
  { reader }: Workspace,
  store: string,
): IterableIterator<SourceCrosswalk> {
  return reader
    .prepare<[string], SourceCrosswalk>(
      `SELECT system, source_key AS sourceKey, entity, store, store_key AS storeKey FROM xref
       WHERE store = ? ORDER BY entity, system, source_key`,
    )
    .iterate(store);
}
