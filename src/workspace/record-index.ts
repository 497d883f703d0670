import type { EntityName } from "../model/entity.ts";
import type { Workspace } from "./open-workspace.ts";
import { indexStaged } from "./staged-tables.ts";

/**
 * Indexes the staged records of an entity by id when it is first asked to: rows are written faster
 * without, and indexed at once. Fails when an id stands twice.
 */
export function recordIndexer(workspace: Workspace): (entity: EntityName) => void {
  const indexed = new Set<EntityName>();
  return (entity) => {
    if (indexed.has(entity)) return;
    indexed.add(entity);
    const table = `record_${entity}`;
    indexStaged(workspace, { name: `${table}_id`, table, columns: "id" }, "UNIQUE INDEX");
  };
}
