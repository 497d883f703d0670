import { entityNames, type EntityName } from "../model/entity.ts";
import type { Workspace } from "./open-workspace.ts";

interface Statement {
  run(values: readonly unknown[]): unknown;
}

/** A statement that writes, for each entity. */
export function statementsByEntity(
  database: Workspace["database"],
  sql: (entity: EntityName) => string,
): Record<EntityName, Statement> {
  const entries = entityNames.map((entity) => [entity, database.prepare(sql(entity))]);
  // Built from the list of all entities, so every one is present.
  return Object.fromEntries(entries) as Record<EntityName, Statement>;
}
