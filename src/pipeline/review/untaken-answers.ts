import { existsSync } from "node:fs";
import { GoldpanError } from "../../errors.ts";
import { openWorkspace } from "../../workspace/open-workspace.ts";
import type { RunContext } from "../run-context.ts";
import { judgeDecisions } from "./apply-review-file.ts";
import { readReviewFile, type ReadDecisions } from "./read-review-file.ts";

/**
 * How many answers of a person would be lost if a review file were written over: those that the
 * workspace does not know yet and those that cannot be understood. 0 where there is no such file.
 */
export async function countUntakenAnswers(file: string, context: RunContext): Promise<number> {
  const read = existsSync(file) ? await readAnswers(file, context) : undefined;
  if (read === undefined) return 0;
  const { workspacePath, startedAt } = context;
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    const untaken = judgeDecisions(workspace, read.decisions).filter(
      ({ verdict }) => verdict === "new" || verdict === "M104",
    );
    return untaken.length + read.findings.filter(({ code }) => code === "M101").length;
  } finally {
    workspace.close();
  }
}

/** The answers of a review file; undefined for any other, which holds none. */
async function readAnswers(
  file: string,
  { model }: RunContext,
): Promise<ReadDecisions | undefined> {
  try {
    return await readReviewFile(file, model);
  } catch (error) {
    if (error instanceof GoldpanError) return undefined;
    throw error;
  }
}
