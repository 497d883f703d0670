import type Database from "better-sqlite3";
import { entityNames, type EntityName } from "../model/entity.ts";

/** A statement for each entity. */
export function statementsByEntity<Row>(
  database: Database.Database,
  sql: (entity: EntityName) => string,
): Record<EntityName, Database.Statement<unknown[], Row>> {
  const entries = entityNames.map((entity) => [
    entity,
    database.prepare<unknown[], Row>(sql(entity)),
  ]);
  // Built from the list of all entities, so every one is present.
  return Object.fromEntries(entries) as Record<EntityName, Database.Statement<unknown[], Row>>;
}
