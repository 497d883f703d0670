import { lockHolder, removeLock } from "../workspace/lock.ts";
import { targetOf, withStore } from "./loading/open-target.ts";
import type { RunContext } from "./run-context.ts";

/** A lock that was found. */
export interface FoundLock {
  readonly lock: "workspace" | "store";
  /** `process 4711 on host since 2026-11-24T10:00:00Z` */
  readonly holder: string;
  readonly isRemoved: boolean;
}

export interface UnlockResult {
  readonly locks: readonly FoundLock[];
}

/**
 * Takes away the locks of the workspace and of the CRM whose holders are dead; with `force` also
 * those whose holders live, or may live elsewhere.
 */
export async function unlock(
  { force }: { readonly force: boolean },
  context: RunContext,
): Promise<UnlockResult> {
  return { locks: [...unlockWorkspace(context, force), ...(await unlockStore(context, force))] };
}

function unlockWorkspace({ workspacePath }: RunContext, force: boolean): FoundLock[] {
  const found = lockHolder(workspacePath);
  if (found === undefined) return [];
  const isRemoved = force || !found.isAlive;
  if (isRemoved) removeLock(workspacePath);
  const holder = `process ${found.pid} on ${found.host} since ${found.since}`;
  return [{ lock: "workspace", holder, isRemoved }];
}

async function unlockStore(context: RunContext, force: boolean): Promise<FoundLock[]> {
  if (context.settings.store === undefined) return [];
  const target = targetOf(context);
  const found = await withStore(target, "read", async (store) => store.lockHolder());
  if (found === null) return [];
  const isRemoved = force || !found.isAlive;
  if (isRemoved) await withStore(target, "write", async (store) => store.forceUnlock());
  return [{ lock: "store", holder: found.name, isRemoved }];
}
