import type { EntityName } from "../model/entity.ts";
import type { Decision } from "../model/golden.ts";
import { byCodePoint } from "../text/code-point.ts";
import type { Workspace } from "./open-workspace.ts";

/** A line of the log of decisions: a verdict of a person, or the revocation of an earlier line. */
export interface DecisionEntry {
  readonly id: number;
  readonly entity: EntityName;
  readonly left: string;
  readonly right: string;
  /** null for a revocation. */
  readonly same: boolean | null;
  readonly revokes: number | null;
  readonly by: string;
  readonly at: string;
  /** What the pair looked like when it was decided: its levels and rules, "" when nobody said. */
  readonly reason: string;
}

/** Two records of one entity, and whether a person says that they are the same. */
export interface NewDecision extends Omit<Decision, "id"> {
  readonly entity: EntityName;
  readonly reason: string;
}

/** Who decides, and when. */
export interface Author {
  readonly by: string;
  /** ISO time. */
  readonly at: string;
}

interface DecisionRow {
  readonly id: number;
  readonly entity: EntityName;
  readonly left: string;
  readonly right: string;
  readonly same: number | null;
  readonly revokes: number | null;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

const insert = `INSERT INTO decision
  (entity, left_record, right_record, same, revokes, decided_by, decided_at, reason)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const select = `SELECT id, entity, left_record AS left, right_record AS right, same, revokes,
  decided_by AS "by", decided_at AS at, reason FROM decision`;

/** Adds a verdict to the log and returns its number; the pair is kept in code point order. */
export function addDecision(
  { database }: Workspace,
  { entity, left, right, same, reason }: NewDecision,
  { by, at }: Author,
): number {
  const [first, second] = [left, right].toSorted(byCodePoint);
  const added = database
    .prepare(insert)
    .run(entity, first, second, Number(same), null, by, at, reason);
  return Number(added.lastInsertRowid);
}

/** Adds a revocation; false when there is no such decision or it is revoked already. */
export function revokeDecision(workspace: Workspace, id: number, { by, at }: Author): boolean {
  const standing = standingRows(workspace).find((each) => each.id === id);
  if (standing === undefined) return false;
  const { entity, left, right } = standing;
  workspace.database.prepare(insert).run(entity, left, right, null, id, by, at, "");
  return true;
}

/**
 * The decisions about records of an entity that count: not revoked, oldest first, so that later
 * ones outrank earlier ones.
 */
export function listDecisions(workspace: Workspace, entity: EntityName): Decision[] {
  return standingRows(workspace)
    .filter((row) => row.entity === entity)
    .map(({ id, left, right, same }) => ({ id, left, right, same: same === 1 }));
}

function standingRows({ database }: Workspace): DecisionRow[] {
  return database
    .prepare<[], DecisionRow>(
      `${select} WHERE same IS NOT NULL
       AND id NOT IN (SELECT revokes FROM decision WHERE revokes IS NOT NULL) ORDER BY id`,
    )
    .all();
}

/** The whole log, revocations included. */
export function listDecisionLog({ database }: Workspace): DecisionEntry[] {
  const rows = database.prepare<[], DecisionRow>(`${select} ORDER BY id`).all();
  return rows.map((row) => ({ ...row, same: row.same === null ? null : row.same === 1 }));
}
