import type { EntityName } from "../model/entity.ts";
import type { Workspace } from "./open-workspace.ts";

/** Keeps the model that the pairs of an entity were weighed by, as JSON. */
export function saveMatchModel({ database }: Workspace, entity: EntityName, model: object): void {
  database
    .prepare("INSERT OR REPLACE INTO match_model (entity, content) VALUES (?, ?)")
    .run(entity, JSON.stringify(model));
}

/** The parsed JSON of the model of an entity; undefined before the first `dedupe`. */
export function findMatchModel({ reader }: Workspace, entity: EntityName): unknown {
  const content = reader
    .prepare<[string], string>("SELECT content FROM match_model WHERE entity = ?")
    .pluck()
    .get(entity);
  return content === undefined ? undefined : JSON.parse(content);
}
