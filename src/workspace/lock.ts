import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { GoldpanError } from "../errors.ts";

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/**
 * Takes the lock of a workspace: a file beside it with its holder. A holder on this machine whose
 * process is gone is taken over. Throws WORKSPACE_LOCKED, exit 7, naming who is at work.
 */
export function takeLock(workspace: string, since: string): () => void {
  const path = `${workspace}.lock`;
  const mine: Holder = { pid: process.pid, host: hostname(), since };
  if (!tryTake(path, mine)) {
    const holder = holderOf(path);
    if (holder !== undefined && isAlive(holder)) throw locked(workspace, holder);
    rmSync(path, { force: true });
    if (!tryTake(path, mine)) throw locked(workspace, holderOf(path) ?? mine);
  }
  return () => rmSync(path, { force: true });
}

/** Creating the file exclusively is one step: of two processes only one gets it. */
function tryTake(path: string, holder: Holder): boolean {
  try {
    const file = openSync(path, "wx", 0o600);
    writeSync(file, JSON.stringify(holder));
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function holderOf(path: string): Holder | undefined {
  try {
    // Written by `tryTake`; a half-written one does not parse and counts as nobody's.
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function locked(file: string, { pid, host, since }: Holder): GoldpanError {
  return new GoldpanError("WORKSPACE_LOCKED", { file, holder: `process ${pid} on ${host}`, since });
}
