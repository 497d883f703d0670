import type { RunContext } from "../pipeline/run-context.ts";
import { inProject } from "./open-project.ts";
import { exitCodes } from "./terminal/exit-codes.ts";
import { printResult } from "./terminal/print-result.ts";
import { reportStyle } from "./terminal/report-style.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** What `goldpan load` was asked for. */
export interface LoadInput {
  readonly dryRun: boolean;
  readonly out?: string | undefined;
  readonly plan?: string | undefined;
  readonly resume: boolean;
  readonly where?: string | undefined;
  readonly holdReview: boolean;
  readonly onStale: "fail" | "skip";
  readonly maxRejects: number;
  readonly detailedExitcode: boolean;
}

/** Plans and shows the plan; nothing is written to the store. */
export async function dryRun(input: LoadInput, terminal: Terminal): Promise<number> {
  const { planLoad } = await import("../pipeline/plan-load.ts");
  const { planText } = await import("../report/plan-text.ts");
  const summary = await inProject(terminal, (context) => planLoad(planQuestion(input), context));
  const text = (): string => planText(summary, reportStyle(terminal));
  await printResult({ thing: "plan-summary", value: summary, text }, terminal);
  if (summary.rejected > input.maxRejects) return exitCodes.rejectedRows;
  const isPending = summary.changes > 0 && input.detailedExitcode;
  return isPending ? exitCodes.changesPending : exitCodes.done;
}

/** Applies the plan that was named, else one made just now. */
export async function applyPlan(input: LoadInput, terminal: Terminal): Promise<number> {
  const { applyLoad } = await import("../pipeline/apply-load.ts");
  const { loadSummary } = await import("../report/load-summary.ts");
  const result = await inProject(terminal, async (context) =>
    applyLoad({ ...input, plan: await planOf(input, context) }, context),
  );
  const text = (): string => loadSummary(result, reportStyle(terminal));
  await printResult({ thing: "load", value: result, text }, terminal);
  return result.rejected > input.maxRejects ? exitCodes.rejectedRows : exitCodes.done;
}

async function planOf(input: LoadInput, context: RunContext): Promise<string> {
  if (input.plan !== undefined) return input.plan;
  const { planLoad } = await import("../pipeline/plan-load.ts");
  return (await planLoad(planQuestion(input), context)).path;
}

function planQuestion({
  out,
  where,
  holdReview,
}: LoadInput): Pick<LoadInput, "out" | "where" | "holdReview"> {
  return { out, where, holdReview };
}
