import { hostname } from "node:os";
import { GoldpanError } from "../../errors.ts";
import type { StoreLockHolder } from "../store.ts";
import { hasTable } from "./schema.ts";
import type { Statements } from "./statements.ts";

/** A holder on another machine that has been silent for so many seconds is gone. */
const silentSeconds = 300;

/**
 * Writes this process into the lock row of a store; call inside a transaction. A holder on this
 * machine whose process is gone is taken over, as is one elsewhere that fell silent. Throws
 * STORE_LOCKED, exit 7.
 */
export function takeStoreLock(statements: Statements, store: string, startedAt: string): void {
  const holder = readHolder(statements);
  if (holder !== undefined && isAlive(holder)) {
    const { pid, host, since } = holder;
    throw new GoldpanError("STORE_LOCKED", { store, pid, host: host || "localhost", since });
  }
  statements.run("INSERT OR REPLACE INTO _goldpan_lock VALUES (1, ?, ?, ?, unixepoch())", [
    process.pid,
    hostname(),
    startedAt,
  ]);
}

/** Says that the holder is alive; each transaction of a load does. */
export function beatStoreLock(statements: Statements): void {
  statements.run("UPDATE _goldpan_lock SET beat = unixepoch() WHERE pid = ?", [process.pid]);
}

/** Empties the lock row if it is ours. */
export function releaseStoreLock(statements: Statements): void {
  statements.run("DELETE FROM _goldpan_lock WHERE pid = ? AND host = ?", [process.pid, hostname()]);
}

/** Who holds the lock; null when nobody does. */
export function describeHolder(statements: Statements): StoreLockHolder | null {
  const holder = readHolder(statements);
  if (holder === undefined) return null;
  const name = `process ${holder.pid} on ${holder.host} since ${holder.since}`;
  return { name, isAlive: isAlive(holder) };
}

/** Empties the lock row, whoever it names. */
export function forceStoreLock(statements: Statements): void {
  if (hasTable(statements, "_goldpan_lock")) statements.run("DELETE FROM _goldpan_lock");
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  readonly silentSeconds: number;
}

function readHolder(statements: Statements): Holder | undefined {
  if (!hasTable(statements, "_goldpan_lock")) return undefined;
  const row = statements.get(
    "SELECT pid, host, since, unixepoch() - beat AS silent FROM _goldpan_lock",
  );
  if (row === undefined) return undefined;
  return {
    pid: Number(row["pid"]),
    host: String(row["host"]),
    since: String(row["since"]),
    silentSeconds: Number(row["silent"]),
  };
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return holder.silentSeconds < silentSeconds;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
