import { existsSync } from "node:fs";
import { GoldpanError } from "../errors.ts";
import type { EntryCount, JournalRun } from "../stores/journal.ts";
import type { Store } from "../stores/store.ts";
import { openWorkspace } from "../workspace/open-workspace.ts";
import { listRuns as listSteps } from "../workspace/runs.ts";
import { targetOf, withStore } from "./loading/open-target.ts";
import type { RunContext } from "./run-context.ts";

/** A run of a step of the project, or of a load or rollback in its CRM. */
export interface ListedRun {
  readonly id: string;
  readonly step: string;
  readonly startedAt: string;
  readonly summary: Readonly<Record<string, unknown>>;
}

/**
 * Every run, newest first: steps from the workspace, loads and rollbacks from the journal of the
 * CRM. With `id` only that one; throws LOAD_NO_SUCH_RUN when there is none.
 */
export async function listRuns(context: RunContext, id?: string): Promise<readonly ListedRun[]> {
  const runs = [...stepRuns(context), ...(await storeRuns(context))];
  const sorted = runs.toSorted((left, right) => compareTimes(right.startedAt, left.startedAt));
  if (id === undefined) return sorted;
  const found = sorted.filter((run) => run.id === id);
  if (found.length > 0) return found;
  const known = sorted.map((run) => run.id).join(", ") || "none";
  throw new GoldpanError("LOAD_NO_SUCH_RUN", { store: context.projectDir, run: id, runs: known });
}

function compareTimes(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

function stepRuns({ workspacePath, startedAt }: RunContext): ListedRun[] {
  if (!existsSync(workspacePath)) return [];
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    return listSteps(workspace).map((run) => ({ ...run, id: String(run.id) }));
  } finally {
    workspace.close();
  }
}

async function storeRuns(context: RunContext): Promise<ListedRun[]> {
  if (context.settings.store === undefined) return [];
  return await withStore(targetOf(context), "read", async (store) => {
    const runs: ListedRun[] = [];
    for (const run of await store.runs()) runs.push(await describeRun(run, store));
    return runs;
  });
}

async function describeRun(run: JournalRun, store: Store): Promise<ListedRun> {
  const { id, kind, startedAt, state, undoes } = run;
  const counts = countsOf(await store.countEntries(id));
  const about = undoes === null ? { state } : { state, undoes };
  return { id, step: kind, startedAt, summary: { ...about, ...counts } };
}

/** `{ insert: 1240, update: 883, rejected: 2 }` */
function countsOf(entries: readonly EntryCount[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, state, count } of entries) {
    const name = state === "done" ? kind : state;
    counts[name] = (counts[name] ?? 0) + count;
  }
  return counts;
}
