import type { EntityName } from "../model/entity.ts";
import type { Workspace } from "./open-workspace.ts";

/** When the statistics of an entity were frozen: which run did it, why, and over how many records. */
export interface Freezing {
  readonly run: number;
  /** "first", "grown", "shrunk", "settings" or "asked". */
  readonly reason: string;
  readonly records: number;
  /** What the statistics were made for, besides the records: another one makes them stale. */
  readonly basis: string;
}

/** A freezing with the marks of the records that it counted. */
export interface FrozenStatistics extends Freezing {
  readonly marks: BigUint64Array;
}

/** Logs that the statistics of an entity were frozen; the log only grows, marks stay of the last one. */
export function addFreezing(
  { database }: Workspace,
  entity: EntityName,
  { run, reason, records, basis, marks }: FrozenStatistics,
): void {
  database.prepare("UPDATE frozen_statistics SET marks = x'' WHERE entity = ?").run(entity);
  const bytes = Buffer.from(marks.buffer, marks.byteOffset, marks.byteLength);
  database
    .prepare(
      `INSERT INTO frozen_statistics (entity, run, reason, records, basis, marks)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(entity, run, reason, records, basis, bytes);
}

/** The statistics that stand for an entity; undefined before the first `dedupe`. */
export function findFrozenStatistics(
  { reader }: Workspace,
  entity: EntityName,
): FrozenStatistics | undefined {
  const row = reader
    .prepare<[string], Freezing & { readonly marks: Buffer }>(
      `SELECT run, reason, records, basis, marks FROM frozen_statistics
       WHERE entity = ? ORDER BY run DESC LIMIT 1`,
    )
    .get(entity);
  // A copy starts at 0, where 64-bit integers may.
  return row && { ...row, marks: new BigUint64Array(new Uint8Array(row.marks).buffer) };
}

/** Every freezing of an entity, oldest first. */
export function listFreezings({ reader }: Workspace, entity: EntityName): Freezing[] {
  return reader
    .prepare<[string], Freezing>(
      "SELECT run, reason, records, basis FROM frozen_statistics WHERE entity = ? ORDER BY run",
    )
    .all(entity);
}
