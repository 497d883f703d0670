import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import { dimensions, type Scorecard } from "../../model/scorecard.ts";
import type { EarlierScorecard } from "../../scoring/compare-scorecards.ts";
import { isPeriod } from "../../scoring/period.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { findScorecard, listPeriods } from "../../workspace/score-history.ts";

const scores = z.object({
  records: z.int(),
  dimensions: z.record(z.enum(dimensions), z.int().nullable()),
  score: z.int().nullable(),
});

/** As much of a scorecard as comparing needs; more may stand in the file. */
const scorecardFile = z.object({
  format: z.literal("goldpan.scorecard/1"),
  entity: z.string(),
  asOf: z.string(),
  model: z.string(),
  total: scores,
  groups: z.array(scores.extend({ by: z.string(), value: z.string() })),
});

/**
 * The scorecard of an earlier period, or one that was written as JSON. Throws SCORE_NO_PERIOD when
 * the period was not measured, SCORE_NOT_A_SCORECARD when the file is something else.
 */
export function readEarlierScorecard(
  against: string,
  subject: Pick<Scorecard, "on" | "entity">,
  workspace: Workspace,
): EarlierScorecard {
  return isPeriod(against) ? ofPeriod(against, subject, workspace) : ofFile(against);
}

function ofPeriod(
  period: string,
  subject: Pick<Scorecard, "on" | "entity">,
  workspace: Workspace,
): EarlierScorecard {
  const found = findScorecard(workspace, period, subject);
  if (found !== undefined) return found;
  const periods = listPeriods(workspace, subject).join(", ");
  throw new GoldpanError("SCORE_NO_PERIOD", {
    period,
    on: subject.on,
    periods: periods === "" ? "-" : periods,
  });
}

function ofFile(file: string): EarlierScorecard {
  if (!existsSync(file)) throw new GoldpanError("IMPORT_FILE_MISSING", { file });
  const parsed = scorecardFile.safeParse(parseJson(readFileSync(file, "utf8")));
  if (!parsed.success) throw new GoldpanError("SCORE_NOT_A_SCORECARD", { file });
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
