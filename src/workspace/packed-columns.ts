import type { EntityName } from "../model/entity.ts";
import type { Workspace } from "./open-workspace.ts";
import { stagedName } from "./staged-tables.ts";

/**
 * Keeps the packed column `name` of an entity: integers that `dedupe` and `score` read as they are.
 * Call inside `replaceNormalizedRows`.
 */
export function savePackedColumn(
  { database }: Workspace,
  entity: EntityName,
  name: string,
  content: Uint8Array,
): void {
  const save = database.prepare(
    `INSERT OR REPLACE INTO ${stagedName("packed_column")} (entity, name, content) VALUES (?, ?, ?)`,
  );
  save.run(entity, name, Buffer.from(content.buffer, content.byteOffset, content.byteLength));
}

/** The bytes of a packed column, at an offset that any typed array can start at; undefined when there is none. */
export function findPackedColumn(
  { reader }: Workspace,
  entity: EntityName,
  name: string,
): Uint8Array | undefined {
  const select = reader
    .prepare<[string, string], Buffer>(
      "SELECT content FROM packed_column WHERE entity = ? AND name = ?",
    )
    .pluck();
  const found = select.get(entity, name);
  // A Buffer may lie at any offset of a shared pool; a copy starts at 0.
  return found === undefined ? undefined : new Uint8Array(found);
}

/** The names of the packed columns of an entity, sorted. */
export function listPackedColumns({ reader }: Workspace, entity: EntityName): string[] {
  return reader
    .prepare<[string], string>("SELECT name FROM packed_column WHERE entity = ? ORDER BY name")
    .pluck()
    .all(entity);
}
