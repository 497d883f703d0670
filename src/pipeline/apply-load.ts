import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { GoldpanError } from "../errors.ts";
import { applyLoad as applyOperations, type ApplyResult } from "../load/apply-load.ts";
import { openPlanFile, type PlanFile } from "../workspace/plan-file.ts";
import { dropPlan, keepPlan, keptPlan } from "./loading/kept-plans.ts";
import { runDay, targetOf, withStore, type Target } from "./loading/open-target.ts";
import { summarizePlan } from "./loading/plan-summary.ts";
import type { RunContext } from "./run-context.ts";

export interface ApplyQuestion {
  /** The plan file; with `resume` the plan of the interrupted load where none is named. */
  readonly plan?: string | undefined;
  readonly resume: boolean;
  readonly onStale: "fail" | "skip";
  /** Asked after each batch: true ends the load there, to be resumed. */
  readonly isInterrupted?: (() => boolean) | undefined;
}

export interface LoadResult extends Omit<ApplyResult, "progress"> {
  /** The store as the user named it. */
  readonly target: string;
  /** Golden records that were planned. */
  readonly golden: number;
  /** Golden records that the plan left out, and rows that the store refused. */
  readonly rejected: number;
}

/**
 * Applies a plan to the CRM of the project. Throws LOAD_INTERRUPTED when it was stopped between
 * two batches, with the journal as far as the rows; LOAD_STALE_PLAN, LOAD_HALF_DONE, STORE_...
 */
export async function applyLoad(question: ApplyQuestion, context: RunContext): Promise<LoadResult> {
  const target = targetOf(context);
  const path = keepPlan(await planPath(question, target, context), context);
  const plan = openPlanFile(path);
  try {
    const result = await apply(plan, question, { target, context });
    const { done, total } = result.progress;
    if (done < total) {
      const details = { run: result.run, done, planned: total };
      throw new GoldpanError("LOAD_INTERRUPTED", details);
    }
    dropPlan(path);
    return loadResult(result, plan, target.name);
  } catch (error) {
    // A plan that was never begun is not worth keeping.
    if (!(await isBegun(plan, target))) dropPlan(path);
    throw error;
  } finally {
    plan.close();
  }
}

async function planPath(
  { plan }: ApplyQuestion,
  target: Target,
  context: RunContext,
): Promise<string> {
  if (plan !== undefined) return resolve(plan);
  const path = await withStore(target, "read", async (store) => {
    const run = (await store.runs()).findLast(
      ({ kind, state }) => kind === "load" && state === "running",
    );
    return run === undefined ? undefined : keptPlan(run.planHash, context);
  });
  if (path === undefined) throw new GoldpanError("LOAD_NOTHING_TO_RESUME", { store: target.name });
  return path;
}

async function isBegun(plan: PlanFile, target: Target): Promise<boolean> {
  return await withStore(target, "read", async (store) =>
    (await store.runs()).some(
      ({ planHash, state }) => planHash === plan.hash && state === "running",
    ),
  ).catch(() => true);
}

interface ApplyBench {
  readonly target: Target;
  readonly context: RunContext;
}

async function apply(
  plan: PlanFile,
  { resume, onStale, isInterrupted }: ApplyQuestion,
  { target, context }: ApplyBench,
): Promise<ApplyResult> {
  const mode = plan.writes === 0 ? "read" : "write";
  return await withStore(target, mode, async (store) =>
    applyOperations({
      plan,
      store,
      createFor: target.createFor,
      day: runDay(context),
      startedAt: context.startedAt,
      resume,
      onStale,
      onBatch: async ({ done, total }) => {
        context.emit({ step: "load", done, total });
        // Signals and timers get their turn.
        await setImmediate();
        return isInterrupted?.() !== true;
      },
    }),
  );
}

function loadResult(result: ApplyResult, plan: PlanFile, target: string): LoadResult {
  const { run, written, isRepeated } = result;
  const refused = written.reduce((sum, each) => sum + each.rejected, 0);
  const { rejected, golden } = summarizePlan(plan);
  return { run, target, written, isRepeated, golden, rejected: rejected + refused };
}
