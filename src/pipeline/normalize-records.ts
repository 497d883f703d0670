import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { GoldpanError } from "../errors.ts";
import type { NormalizeOptions } from "../model/normalizer.ts";
import type { NormalizeCounts } from "../report/normalize-summary.ts";
import { replaceNormalizedRows } from "../workspace/normalized-rows.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { finishRun, startRun } from "../workspace/runs.ts";
import { listSources } from "../workspace/source-files.ts";
import { makeRecords } from "./normalizing/make-records.ts";
import { RowProgress } from "./normalizing/row-progress.ts";
import { rowsIn } from "./normalizing/row-ranges.ts";
import { specifySources, type SpecifiedSources } from "./normalizing/specify-sources.ts";
import { PartFiles } from "./normalizing/part-files.ts";
import { expectShortLives } from "./short-lives.ts";
import { surveySources } from "./normalizing/survey.ts";
import type { RunContext } from "./run-context.ts";
import { openWorkerPool } from "./workers/worker-pool.ts";

/** `repairs: "none"` looks and reports, and leaves every display value as it was written. */
export interface NormalizeQuestion extends NormalizeOptions {
  /** Processor cores to use; all of them when nothing is said. */
  readonly workers?: number | undefined;
  /** Rows from which a second thread is worth its while. */
  readonly spreadFrom?: number | undefined;
}

/**
 * Every source row of the workspace becomes records, or is rejected with its reason; the counts
 * prove it (`contracts.md` 5). Records, findings, repairs and packed columns of an earlier run are
 * replaced in one transaction. The records do not depend on the order of rows, files or imports of
 * one export, nor on the number of workers. Throws when there is nothing to read or a source no
 * longer fits its mapping.
 */
export async function normalizeRecords(
  question: NormalizeQuestion,
  context: RunContext,
): Promise<NormalizeCounts> {
  const { workspacePath: file, startedAt } = context;
  if (!existsSync(file)) throw new GoldpanError("WORKSPACE_IS_EMPTY", { file });
  const workspace = openWorkspace(file, { mode: "write", startedAt });
  try {
    const found = listSources(workspace);
    if (found.length === 0) throw new GoldpanError("WORKSPACE_IS_EMPTY", { file });
    const sources = specifySources(found, context);
    const run = startRun(workspace, "normalize", startedAt);
    const counts = await normalizeSources(sources, question, workspace, context);
    finishRun(workspace, run, { repairs: question.repairs, ...counts });
    return counts;
  } finally {
    workspace.close();
  }
}

async function normalizeSources(
  sources: SpecifiedSources,
  { repairs, workers = availableParallelism(), spreadFrom }: NormalizeQuestion,
  workspace: Workspace,
  context: RunContext,
): Promise<NormalizeCounts> {
  const rows = rowsIn(sources.specs);
  const pool = openWorkerPool(workers, spreadFrom);
  if (pool.isWorthIt(rows)) expectShortLives();
  const partFiles = new PartFiles(workspace.path, pool.isWorthIt(rows));
  const progress = new RowProgress(context.emit, rows);
  const station = { workspace, context, options: { repairs }, pool, partFiles, progress };
  try {
    const survey = await surveySources(sources, station);
    return await replaceNormalizedRows(workspace, () => makeRecords(survey, station));
  } finally {
    await pool.close();
    partFiles.remove();
  }
}
