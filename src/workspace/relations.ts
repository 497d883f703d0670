import type { EntityName } from "../model/entity.ts";
import type { GoldenRelation } from "../model/golden.ts";
import type { Workspace } from "./open-workspace.ts";
import { replaceRows, type Rows } from "./replace-rows.ts";

/** Replaces how the golden records of an entity belong together; returns how many relations there are. */
export async function replaceRelations(
  workspace: Workspace,
  entity: EntityName,
  relations: Rows<GoldenRelation>,
): Promise<number> {
  return await replaceRows(workspace, {
    clear: "DELETE FROM golden_relation WHERE entity = ?",
    scope: [entity],
    insert: `INSERT INTO golden_relation (entity, left_golden, right_golden, kind, reason)
      VALUES (?, ?, ?, ?, ?)`,
    rows: relations,
    values: ({ left, right, kind, reason }) => [entity, left, right, kind, reason],
  });
}

/** The relations of one golden record, by the other one. */
export function listRelations(
  { reader }: Workspace,
  entity: EntityName,
  golden: string,
): GoldenRelation[] {
  return reader
    .prepare<[string, string, string], GoldenRelation>(
      `SELECT left_golden AS left, right_golden AS right, kind, reason FROM golden_relation
       WHERE entity = ? AND (left_golden = ? OR right_golden = ?) ORDER BY left_golden, right_golden`,
    )
    .all(entity, golden, golden);
}
