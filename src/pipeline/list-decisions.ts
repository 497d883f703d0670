import { listDecisionLog, type DecisionEntry } from "../workspace/decisions.ts";
import { openWorkspace } from "../workspace/open-workspace.ts";
import type { RunContext } from "./run-context.ts";

/** The whole log of decisions, revocations included, oldest first. */
export function listDecisions({ workspacePath, startedAt }: RunContext): DecisionEntry[] {
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    return listDecisionLog(workspace);
  } finally {
    workspace.close();
  }
}
