import { entityNames, type EntityName } from "../model/entity.ts";
import type { Workspace } from "./open-workspace.ts";

/** Takes the indexes of records away: rows are written faster without, and indexed at once. */
export function dropRecordIndexes({ database }: Workspace): void {
  for (const entity of entityNames) database.exec(`DROP INDEX IF EXISTS record_${entity}_id`);
}

/** Indexes the records of an entity by id, unless they are. Fails when an id stands twice. */
export function indexRecords({ database }: Workspace, entity: EntityName): void {
  database.exec(`CREATE UNIQUE INDEX IF NOT EXISTS record_${entity}_id ON record_${entity} (id)`);
}
