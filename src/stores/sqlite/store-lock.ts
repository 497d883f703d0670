import { hostname } from "node:os";
import { GoldpanError } from "../../errors.ts";
import { hasTable } from "./schema.ts";
import type { Statements } from "./statements.ts";

/**
 * Writes this process into the lock row of a store; call inside a transaction. A holder on this
 * machine whose process is gone is taken over. Throws STORE_LOCKED, exit 7.
 */
export function takeStoreLock(statements: Statements, store: string, startedAt: string): void {
  const holder = statements.get("SELECT pid, host, since FROM _goldpan_lock");
  if (holder !== undefined && isAlive(Number(holder["pid"]), String(holder["host"]))) {
    const since = String(holder["since"]);
    const name = `process ${holder["pid"]} on ${holder["host"]}`;
    throw new GoldpanError("STORE_LOCKED", { store, holder: name, since });
  }
  statements.run(
    "INSERT OR REPLACE INTO _goldpan_lock VALUES (1, ?, ?, ?)",
    process.pid,
    hostname(),
    startedAt,
  );
}

/** Empties the lock row if it is ours. */
export function releaseStoreLock(statements: Statements): void {
  statements.run("DELETE FROM _goldpan_lock WHERE pid = ? AND host = ?", process.pid, hostname());
}

/** Empties the lock row and says whose it was; "" when nobody's. */
export function forceStoreLock(statements: Statements): string {
  if (!hasTable(statements, "_goldpan_lock")) return "";
  const holder = statements.get("SELECT pid, host, since FROM _goldpan_lock");
  statements.run("DELETE FROM _goldpan_lock");
  if (holder === undefined) return "";
  return `process ${holder["pid"]} on ${holder["host"]} since ${holder["since"]}`;
}

function isAlive(pid: number, host: string): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
