import { GoldpanError } from "../errors.ts";
import { revokeDecision as revoke } from "../workspace/decisions.ts";
import { openWorkspace } from "../workspace/open-workspace.ts";
import type { RunContext } from "./run-context.ts";

/**
 * Takes a decision back; the next `dedupe` judges the pair as if nobody had decided. The log keeps
 * both lines. Throws DEDUPE_NO_SUCH_DECISION when there is none of that number, or it is taken
 * back already.
 */
export function revokeDecision(
  id: number,
  by: string,
  { workspacePath, startedAt }: RunContext,
): void {
  const workspace = openWorkspace(workspacePath, startedAt);
  try {
    const isRevoked = revoke(workspace, id, { by, at: startedAt });
    if (!isRevoked) throw new GoldpanError("DEDUPE_NO_SUCH_DECISION", { id });
  } finally {
    workspace.close();
  }
}
