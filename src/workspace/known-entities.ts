import type { EntityName } from "../model/entity.ts";
import type { Workspace } from "./open-workspace.ts";

/** A golden record of the run before: who is in it, and which run made it. */
export interface KnownGolden {
  readonly id: string;
  readonly members: readonly string[];
  readonly createdInRun: number;
}

interface KnownRow {
  readonly id: string;
  readonly members: string;
  readonly run: number;
}

/** The golden records of an entity as the run before left them, by id. */
export function* iterateKnownGoldens(
  { reader }: Workspace,
  entity: EntityName,
): Generator<KnownGolden> {
  // Without the cast SQLite makes no index of `made`, and the time grows with the square of the rows.
  const rows = reader
    .prepare<{ entity: EntityName }, KnownRow>(
      `WITH made AS (
         SELECT CAST(CASE kind WHEN 'split' THEN other ELSE golden END AS TEXT) AS id, min(run) AS run
         FROM golden_event WHERE entity = @entity AND kind IN ('created', 'split') GROUP BY 1
       )
       SELECT g.id, g.members, ifnull(made.run, 0) AS run
       FROM golden_${entity} g LEFT JOIN made ON made.id = g.id ORDER BY g.id`,
    )
    .iterate({ entity });
  for (const { id, members, run } of rows) {
    // Members were written by `replaceGoldens`.
    yield { id, members: JSON.parse(members) as string[], createdInRun: run };
  }
}
