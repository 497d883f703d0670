import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { LoadQuestion } from "../load/load-question.ts";
import { planLoad as planOperations } from "../load/plan-load.ts";
import { byCodePoint } from "../text/code-point.ts";
import { iterateGoldenContent } from "../workspace/golden-content.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { openPlanFile } from "../workspace/plan-file.ts";
import { writePlanFile } from "../workspace/plan-writer.ts";
import { listSources } from "../workspace/source-files.ts";
import { dropPlan, newPlanPath, sweepPlans } from "./loading/kept-plans.ts";
import { targetOf, withStore, type Target } from "./loading/open-target.ts";
import { summarizePlan, type PlanSummary } from "./loading/plan-summary.ts";
import type { RunContext } from "./run-context.ts";

export interface PlanQuestion {
  /** Where to keep the plan; without it a plan is kept only to be applied at once. */
  readonly out?: string | undefined;
  /** `department=华东大区`: only these golden records and what belongs to them. */
  readonly where?: string | undefined;
  readonly holdReview?: boolean | undefined;
  /** Nobody will apply it: without `out` it is not kept. */
  readonly dryRun: boolean;
}

/**
 * Plans the load of the golden records into the CRM of the project and writes nothing to it.
 * Throws LOAD_NO_STORE, WORKSPACE_IS_EMPTY, LOAD_... where the CRM is not what its mapping says.
 */
export async function planLoad(question: PlanQuestion, context: RunContext): Promise<PlanSummary> {
  const target = targetOf(context);
  sweepPlans(context);
  const path = question.out === undefined ? newPlanPath(context) : resolve(question.out);
  const { workspacePath, startedAt } = context;
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    // One view of the workspace for all readings, whatever others write meanwhile.
    workspace.reader.exec("BEGIN");
    await writePlan(question, { path, target, workspace, context });
  } finally {
    workspace.close();
  }
  const isKept = question.out !== undefined || !question.dryRun;
  const plan = openPlanFile(path);
  try {
    const summary = summarizePlan(plan);
    return isKept ? summary : { ...summary, path: "" };
  } finally {
    plan.close();
    if (!isKept) dropPlan(path);
  }
}

interface PlanBench {
  readonly path: string;
  readonly target: Target;
  readonly workspace: Workspace;
  readonly context: RunContext;
}

async function writePlan(
  { where, holdReview }: PlanQuestion,
  { path, target, workspace, context }: PlanBench,
): Promise<void> {
  const { layout, mappingHash } = target;
  const hashes = listSources(workspace).map(({ file }) => file.sha256);
  const onProgress: LoadQuestion["onProgress"] = async (done) => {
    context.emit({ step: "plan", done });
    // Signals and timers get their turn.
    await setImmediate();
  };
  await withStore(target, "read", async (store) => {
    await planOperations({
      goldens: (entity, selection) => iterateGoldenContent(workspace, entity, selection),
      model: context.model,
      layout,
      store,
      writer: writePlanFile(path),
      about: { goldpanVersion: goldpanVersion(), mappingHash },
      sourceHashes: [...new Set(hashes)].toSorted(byCodePoint),
      where,
      holdReview,
      onProgress,
    });
  });
}

function goldpanVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  // Our own package.json always has a version.
  return (JSON.parse(text) as { version: string }).version;
}
