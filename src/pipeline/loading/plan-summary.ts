import type { PlanManifest, PlanOperation } from "../../model/plan.ts";
import type { PlanFile, PlanReject } from "../../workspace/plan-file.ts";

/** What a plan says, for screens and machines. */
export interface PlanSummary {
  /** "" for a plan that was not kept. */
  readonly path: string;
  readonly hash: string;
  /** The store as the user named it. */
  readonly target: string;
  readonly manifest: Pick<PlanManifest, "counts">;
  /** The first of those that change rows. */
  readonly operations: readonly PlanOperation[];
  /** The first of what is left out: whole records, and values with a `field`. */
  readonly rejects: readonly PlanReject[];
  /** Operations that write to the store. */
  readonly changes: number;
  /** Golden records that were planned. */
  readonly golden: number;
  /** Golden records that are left out though they were selected: rejected, for review, deleted. */
  readonly leftOut: number;
  /** Those of them that are rejected. */
  readonly rejected: number;
  /** Values that are left out, or not quite what was given. */
  readonly rejectedValues: number;
}

const shownOperations = 10;
const shownRejects = 10;

/** Sums up a plan file. */
export function summarizePlan(plan: PlanFile): PlanSummary {
  const { path, hash, manifest } = plan;
  let [leftOut, rejectedValues] = [0, 0];
  const rejects: PlanReject[] = [];
  for (const reject of plan.rejects()) {
    if (reject.field === "") leftOut += 1;
    else rejectedValues += 1;
    if (rejects.length < shownRejects) rejects.push(reject);
  }
  const counts = Object.values(manifest.counts);
  return {
    path,
    hash,
    target: plan.metadata.store,
    manifest: { counts: manifest.counts },
    operations: firstChanges(plan),
    rejects,
    changes: plan.writes,
    golden: counts.reduce((sum, { golden }) => sum + golden, 0),
    leftOut,
    rejected: counts.reduce((sum, { reject }) => sum + reject, 0),
    rejectedValues,
  };
}

function firstChanges(plan: PlanFile): PlanOperation[] {
  const operations: PlanOperation[] = [];
  for (const operation of plan.operations({ writes: true })) {
    if (operation.kind !== "same") operations.push(operation);
    if (operations.length === shownOperations) break;
  }
  return operations;
}
