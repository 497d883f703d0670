import type { Decision } from "../model/golden.ts";
import type { Workspace } from "./open-workspace.ts";

/** A line of the log of decisions: a verdict of a person, or the revocation of an earlier line. */
export interface DecisionEntry {
  readonly id: number;
  readonly left: string;
  readonly right: string;
  /** null for a revocation. */
  readonly same: boolean | null;
  readonly revokes: number | null;
  readonly by: string;
  readonly at: string;
}

interface DecisionRow {
  readonly id: number;
  readonly left: string;
  readonly right: string;
  readonly same: number | null;
  readonly revokes: number | null;
  readonly by: string;
  readonly at: string;
}

const insert = `INSERT INTO decision (left_record, right_record, same, revokes, decided_by, decided_at)
  VALUES (?, ?, ?, ?, ?, ?)`;
const select = `SELECT id, left_record AS left, right_record AS right, same, revokes,
  decided_by AS "by", decided_at AS at FROM decision`;

/** Adds a verdict to the log and returns its number; the pair is kept in code point order. */
export function addDecision(
  { database }: Workspace,
  decision: Omit<Decision, "id">,
  by: string,
  at: string,
): number {
  const { left, right, same } = decision;
  const [first, second] = left < right ? [left, right] : [right, left];
  const added = database.prepare(insert).run(first, second, Number(same), null, by, at);
  return Number(added.lastInsertRowid);
}

/** Adds a revocation; false when there is no such decision or it is revoked already. */
export function revokeDecision(workspace: Workspace, id: number, by: string, at: string): boolean {
  const standing = listDecisions(workspace).find((each) => each.id === id);
  if (standing === undefined) return false;
  const { left, right } = standing;
  workspace.database.prepare(insert).run(left, right, null, id, by, at);
  return true;
}

/** The decisions that count: not revoked, oldest first, so that later ones outrank earlier ones. */
export function listDecisions({ database }: Workspace): Decision[] {
  const rows = database
    .prepare<[], DecisionRow>(
      `${select} WHERE same IS NOT NULL
       AND id NOT IN (SELECT revokes FROM decision WHERE revokes IS NOT NULL) ORDER BY id`,
    )
    .all();
  return rows.map(({ id, left, right, same }) => ({ id, left, right, same: same === 1 }));
}

/** The whole log, revocations included. */
export function listDecisionLog({ database }: Workspace): DecisionEntry[] {
  const rows = database.prepare<[], DecisionRow>(`${select} ORDER BY id`).all();
  return rows.map((row) => ({ ...row, same: row.same === null ? null : row.same === 1 }));
}
