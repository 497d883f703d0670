import type { Store } from "../stores/store.ts";

/**
 * Runs `work` with the lock of the store. A failure of the work is told even when the lock cannot
 * be given back: a lock whose process is gone counts for nothing.
 */
export async function withLock<Result>(
  store: Store,
  startedAt: string,
  work: () => Promise<Result>,
): Promise<Result> {
  await store.lock(startedAt);
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    await store.unlock().catch(() => undefined);
    throw error;
  }
  await store.unlock();
  return result;
}
