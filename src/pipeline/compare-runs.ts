import { compareEntities } from "../dedupe/survivorship/compare-entities.ts";
import { GoldpanError } from "../errors.ts";
import { entityNames } from "../model/entity.ts";
import type { ComparedRuns } from "../report/compared-runs-text.ts";
import { membersAfterRun } from "../workspace/former-members.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { listRuns, type WorkspaceRun } from "../workspace/runs.ts";
import type { RunContext } from "./run-context.ts";

/**
 * What became of the golden records of one run of `dedupe` in another, entity by entity: those that
 * hold the same records, that were merged, that were split. The earlier run comes first, whichever
 * is named first. Throws DEDUPE_NOT_A_RUN for a run that left no golden records.
 */
export async function compareRuns(
  first: string,
  second: string | undefined,
  { workspacePath, startedAt }: RunContext,
): Promise<ComparedRuns> {
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    const runs = listRuns(workspace, "dedupe").filter(({ summary }) => hasGoldens(summary));
    const last = runs.at(-1)?.id;
    const ids = [runOf(runs, first), second === undefined ? last : runOf(runs, second)];
    const [from = 0, to = 0] = ids.map((id) => id ?? 0).sort((a, b) => a - b);
    return await Promise.resolve({ from, to, entities: compareAll(workspace, from, to) });
  } finally {
    workspace.close();
  }
}

/** A run that failed has no summary. */
function hasGoldens(summary: WorkspaceRun["summary"]): boolean {
  return Object.keys(summary).length > 0;
}

function runOf(runs: readonly WorkspaceRun[], id: string): number {
  const found = runs.find((run) => String(run.id) === id);
  if (found !== undefined) return found.id;
  const known = runs.map((run) => run.id).join(", ") || "none";
  throw new GoldpanError("DEDUPE_NOT_A_RUN", { run: id, runs: known });
}

function compareAll(workspace: Workspace, from: number, to: number): ComparedRuns["entities"] {
  return entityNames.flatMap((entity) => {
    const before = membersAfterRun(workspace, entity, from);
    const after = membersAfterRun(workspace, entity, to);
    return before.size + after.size === 0 ? [] : [{ entity, ...compareEntities(before, after) }];
  });
}
