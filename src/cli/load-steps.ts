import type { RunContext } from "../pipeline/run-context.ts";
import { inProject } from "./open-project.ts";
import { exitCodes } from "./terminal/exit-codes.ts";
import { interruptible } from "./terminal/interruption.ts";
import { hint, printResult, tell } from "./terminal/print-result.ts";
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
  readonly maxRejects: MaxRejects;
  readonly detailedExitcode: boolean;
}

/** Rejected rows to put up with: a number, or a share of the golden records in percent. */
export interface MaxRejects {
  readonly amount: number;
  readonly isPercent: boolean;
}

/** Plans and shows the plan; nothing is written to the store. */
export async function dryRun(input: LoadInput, terminal: Terminal): Promise<number> {
  const { planLoad } = await import("../pipeline/plan-load.ts");
  const { planText } = await import("../report/plan-text.ts");
  const summary = await inProject(terminal, (context) => planLoad(input, context));
  const text = (): string => planText(summary, reportStyle(terminal));
  const file = input.out ?? "";
  const talk = file === "" ? [] : [hint("nextApplyPlan", terminal, { file })];
  await printResult({ thing: "plan-summary", value: summary, text, talk }, terminal);
  if (isTooMany(summary.rejected, summary.golden, input))
    return tooManyRejects(summary.rejected, terminal);
  if (summary.changes === 0 || !input.detailedExitcode) return exitCodes.done;
  tell(hint("changesPending", terminal), terminal);
  return exitCodes.changesPending;
}

/** Applies the plan that was named, else one made just now. */
export async function applyPlan(input: LoadInput, terminal: Terminal): Promise<number> {
  const { applyLoad } = await import("../pipeline/apply-load.ts");
  const { loadSummary } = await import("../report/load-summary.ts");
  const result = await inProject(terminal, async (context) => {
    const plan = await planOf(input, context);
    return interruptible((isInterrupted) => applyLoad({ ...input, plan, isInterrupted }, context));
  });
  const text = (): string => loadSummary(result, reportStyle(terminal));
  const { run } = result;
  const talk = run === "" ? [] : [hint("nextVerify", terminal, { run })];
  await printResult({ thing: "load", value: result, text, talk }, terminal);
  const isRejected = isTooMany(result.rejected, result.golden, input);
  return isRejected ? tooManyRejects(result.rejected, terminal) : exitCodes.done;
}

function tooManyRejects(rejected: number, terminal: Terminal): number {
  const count = rejected.toLocaleString("en-US");
  tell(hint("tooManyRejects", terminal, { count }), terminal);
  return exitCodes.rejectedRows;
}

/** The plan to apply; undefined for that of the interrupted load. */
async function planOf(input: LoadInput, context: RunContext): Promise<string | undefined> {
  if (input.plan !== undefined || input.resume) return input.plan;
  const { planLoad } = await import("../pipeline/plan-load.ts");
  return (await planLoad(input, context)).path;
}

function isTooMany(rejected: number, golden: number, { maxRejects }: LoadInput): boolean {
  const { amount, isPercent } = maxRejects;
  // Cross-multiplied: no rounding decides.
  return isPercent ? rejected * 100 > amount * golden : rejected > amount;
}
