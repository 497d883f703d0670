import { openPlanFile } from "../workspace/plan-file.ts";
import { summarizePlan, type PlanSummary } from "./loading/plan-summary.ts";

/** What a plan file says; needs no project. Throws WORKSPACE_NOT_A_PLAN. */
export function showPlan(path: string): PlanSummary {
  const plan = openPlanFile(path);
  try {
    return summarizePlan(plan);
  } finally {
    plan.close();
  }
}
