import { entityNames, type EntityName } from "../model/entity.ts";
import type { Workspace } from "./open-workspace.ts";

/** Takes the indexes of records away: rows are written faster without, and indexed at once. */
export function dropRecordIndexes({ database }: Workspace): void {
  for (const entity of entityNames) database.exec(`DROP INDEX IF EXISTS record_${entity}_id`);
}

/** Indexes the records of an entity by id when it is first asked to. Fails when an id stands twice. */
export function recordIndexer({ database }: Workspace): (entity: EntityName) => void {
  const indexed = new Set<EntityName>();
  return (entity) => {
    if (indexed.has(entity)) return;
    indexed.add(entity);
    database.exec(`CREATE UNIQUE INDEX IF NOT EXISTS record_${entity}_id ON record_${entity} (id)`);
  };
}
