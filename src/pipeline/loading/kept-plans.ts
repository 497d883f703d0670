import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { openPlanFile } from "../../workspace/plan-file.ts";
import type { RunContext } from "../run-context.ts";

/** Where plans are made that nobody named a file for. */
export function newPlanPath(context: RunContext): string {
  return join(planFolder(context), `new-${process.pid}.plan`);
}

/** Takes plans away that processes left behind when they were killed. */
export function sweepPlans(context: RunContext): void {
  const folder = planFolder(context);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = /^new-(\d+)\.plan/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The plan with this hash as it was kept when its load began; undefined when it was not. */
export function keptPlan(hash: string, context: RunContext): string | undefined {
  const path = keptPath(hash, context);
  return existsSync(path) ? path : undefined;
}

/**
 * Keeps a plan until its load is done, so that an interrupted load can go on even when the file
 * it came from is gone. Returns where it is now.
 */
export function keepPlan(path: string, context: RunContext): string {
  const plan = openPlanFile(path);
  plan.close();
  const kept = keptPath(plan.hash, context);
  mkdirSync(dirname(kept), { recursive: true });
  if (path === newPlanPath(context)) renameSync(path, kept);
  else if (!existsSync(kept)) copyPlan(path, kept);
  return kept;
}

/** A second name costs nothing; another file system needs a copy. */
function copyPlan(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Takes a kept plan away: its load is done, the journal has it. */
export function dropPlan(path: string): void {
  rmSync(path, { force: true });
}

function keptPath(hash: string, context: RunContext): string {
  return join(planFolder(context), `${hash.slice(0, 16)}.plan`);
}

function planFolder({ workspacePath }: RunContext): string {
  return join(dirname(workspacePath), "plans");
}
