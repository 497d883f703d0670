import type { EntityName } from "../model/entity.ts";
import type { Workspace } from "./open-workspace.ts";

/** Where a record was before a run: a golden id, "" for a record that was not there yet. */
export interface FormerMember {
  readonly record: string;
  readonly golden: string;
}

/** Logs where records were until a run moved them; the log only grows, by what changes. */
export function addFormerMembers(
  { database }: Workspace,
  entity: EntityName,
  run: number,
  members: Iterable<FormerMember>,
): void {
  const add = database.prepare(
    "INSERT INTO former_member (entity, record, golden, until_run) VALUES (?, ?, ?, ?)",
  );
  for (const { record, golden } of members) add.run(entity, record, golden, run);
}

/**
 * Record -> golden id as a run of `dedupe` left them: what is there now, with what later runs moved
 * put back.
 */
export function membersAfterRun(
  { reader }: Workspace,
  entity: EntityName,
  run: number,
): Map<string, string> {
  const now = reader
    .prepare<[string], FormerMember>(
      "SELECT record, golden FROM cluster_member WHERE entity = ? ORDER BY record",
    )
    .iterate(entity);
  const goldenOf = new Map<string, string>();
  for (const { record, golden } of now) goldenOf.set(record, golden);
  // The last one that is put back is the one that was moved first after the run.
  const later = reader
    .prepare<[string, number], FormerMember>(
      `SELECT record, golden FROM former_member
       WHERE entity = ? AND until_run > ? ORDER BY until_run DESC, record`,
    )
    .iterate(entity, run);
  for (const { record, golden } of later) {
    if (golden === "") goldenOf.delete(record);
    else goldenOf.set(record, golden);
  }
  return goldenOf;
}
