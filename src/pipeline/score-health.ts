import { GoldpanError } from "../errors.ts";
import { findField } from "../model/canonical-model.ts";
import type { EntityName } from "../model/entity.ts";
import type { Scorecard } from "../model/scorecard.ts";
import { compareScorecards } from "../scoring/compare-scorecards.ts";
import { buildScorecard, type ScorecardBuilder } from "../scoring/compute-scorecard.ts";
import { endOfPeriod, monthOf } from "../scoring/period.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { finishRun, startRun } from "../workspace/runs.ts";
import { saveScorecard } from "../workspace/score-history.ts";
import { readEarlierScorecard } from "./health/earlier-scorecard.ts";
import { scorableRecords } from "./health/scorable-records.ts";
import { storeRecords } from "./health/store-records.ts";
import { targetOf, withStore } from "./loading/open-target.ts";
import type { RunContext } from "./run-context.ts";

export interface ScoreQuestion {
  readonly on: Scorecard["on"];
  readonly entity: EntityName;
  /** Fields to group by; those of the settings when there are none. */
  readonly by: readonly string[];
  /** What the scorecard is kept as, "2026-10" or "2026-Q3"; the month of the day it is for by default. */
  readonly period?: string | undefined;
  /** The day that counts as today, where somebody named one; else the end of the period. */
  readonly asOf?: string | undefined;
  /** An earlier period, or a scorecard as JSON, to compare with. */
  readonly against?: string | undefined;
}

/**
 * How healthy the data of a project is on the day `asOf`, with the gates of its settings; kept in
 * the history under its period. Throws SCORE_NO_RECORDS when there is nothing to score,
 * SCORE_NO_PERIOD when there is nothing to compare with.
 */
export async function scoreHealth(
  question: ScoreQuestion,
  context: RunContext,
): Promise<Scorecard> {
  const { workspacePath, startedAt } = context;
  // Tells a missing workspace before one is made.
  openWorkspace(workspacePath, { mode: "read", startedAt }).close();
  const workspace = openWorkspace(workspacePath, { mode: "write", startedAt });
  try {
    const asOf = dayOf(question, context);
    const scorecard = await measure(question, { ...context, asOf }, workspace);
    const period = question.period ?? monthOf(asOf);
    const change = changeOf(scorecard, question, workspace);
    const run = startRun(workspace, "score", startedAt);
    saveScorecard(workspace, period, scorecard, run);
    finishRun(workspace, run, { period, on: question.on, score: scorecard.total.score ?? 0 });
    return change === undefined ? scorecard : { ...scorecard, change };
  } finally {
    workspace.close();
  }
}

function dayOf({ asOf, period }: ScoreQuestion, context: RunContext): string {
  return asOf ?? (period === undefined ? context.asOf : endOfPeriod(period));
}

async function measure(
  question: ScoreQuestion,
  context: RunContext,
  workspace: Workspace,
): Promise<Scorecard> {
  const { entity, on, by } = question;
  const { model, asOf, emit } = context;
  const settings = context.settings.scoring;
  emit({ step: "score", done: 0 });
  const usual = settings.groups.filter((field) => findField(model, entity, field) !== undefined);
  const groups = by.length > 0 ? by : usual;
  const builder = buildScorecard({ entity, model, on, asOf, groups, settings });
  if (on === "store") await addStoreRows(builder, entity, context);
  else for (const record of scorableRecords(workspace, { entity, on }, model)) builder.add(record);
  const scorecard = builder.finish();
  if (scorecard.total.records === 0) throw new GoldpanError("SCORE_NO_RECORDS", { entity, on });
  return scorecard;
}

async function addStoreRows(
  builder: ScorecardBuilder,
  entity: EntityName,
  context: RunContext,
): Promise<void> {
  const target = targetOf(context);
  await withStore(target, "read", async (store) => {
    for await (const record of storeRecords(store, target, entity, context.model)) {
      builder.add(record);
    }
  });
}

function changeOf(
  scorecard: Scorecard,
  { against, on, entity }: ScoreQuestion,
  workspace: Workspace,
): Scorecard["change"] {
  if (against === undefined) return undefined;
  const before = readEarlierScorecard(against, { on, entity }, workspace);
  return compareScorecards(scorecard, before, against);
}
