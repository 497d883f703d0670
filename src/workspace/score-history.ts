import type { Scorecard } from "../model/scorecard.ts";
import type { Workspace } from "./open-workspace.ts";

/** Keeps the scorecard of a period ("2026-10"); measured again with the same model, the later one stays. */
export function saveScorecard(
  { database }: Workspace,
  period: string,
  scorecard: Scorecard,
  run: number,
): void {
  const save = database.prepare(
    `INSERT OR REPLACE INTO score_history (period, subject, model, run, scorecard)
     VALUES (?, ?, ?, ?, ?)`,
  );
  save.run(period, scorecard.on, scorecard.model, run, JSON.stringify(scorecard));
}

/** The scorecard of an entity in a period that was measured last, or undefined. */
export function findScorecard(
  { reader }: Workspace,
  period: string,
  { on, entity }: Pick<Scorecard, "on" | "entity">,
): Scorecard | undefined {
  const select = reader
    .prepare<[string, string, string], string>(
      `SELECT scorecard FROM score_history
       WHERE period = ? AND subject = ? AND json_extract(scorecard, '$.entity') = ?
       ORDER BY run DESC, model LIMIT 1`,
    )
    .pluck();
  const found = select.get(period, on, entity);
  // Written by `saveScorecard`.
  return found === undefined ? undefined : (JSON.parse(found) as Scorecard);
}

/** The periods in which an entity was measured, oldest first. */
export function listPeriods(
  { reader }: Workspace,
  { on, entity }: Pick<Scorecard, "on" | "entity">,
): string[] {
  return reader
    .prepare<[string, string], string>(
      `SELECT DISTINCT period FROM score_history
       WHERE subject = ? AND json_extract(scorecard, '$.entity') = ? ORDER BY period`,
    )
    .pluck()
    .all(on, entity);
}
