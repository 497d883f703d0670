import type { Workspace } from "./open-workspace.ts";
import { workspaceFailure } from "./workspace-failure.ts";

/**
 * Runs `work` in one transaction: a step that fails in the middle leaves nothing behind. Inside
 * another transaction it joins that one. Throws WORKSPACE_DISK_FULL and the like for the disk's faults.
 */
export async function inTransaction<Result>(
  { database, path }: Workspace,
  work: () => Promise<Result>,
): Promise<Result> {
  if (database.inTransaction) return await work();
  try {
    database.exec("BEGIN IMMEDIATE");
    const result = await work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    // A full disk has rolled back by itself.
    if (database.inTransaction) database.exec("ROLLBACK");
    throw workspaceFailure(error, path);
  }
}
