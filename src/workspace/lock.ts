import Database from "better-sqlite3";
import {
  closeSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { GoldpanError } from "../errors.ts";

/** Who writes to a workspace, and since when. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

const heartbeatMs = 10_000;
/** A holder on another machine that has been silent for so long is gone. */
const silentMs = 30 * heartbeatMs;

/**
 * Takes the lock of a workspace: a file beside it with its holder; the time of the file is the
 * heartbeat. A holder on this machine whose process is gone is taken over, as is one elsewhere
 * that fell silent. Throws WORKSPACE_LOCKED, exit 7, naming who is at work.
 */
export function takeLock(workspace: string, since: string): () => void {
  const path = lockPath(workspace);
  const mine: LockHolder = { pid: process.pid, host: hostname(), since };
  if (!tryTake(path, mine)) takeOver(workspace, mine);
  const heartbeat = setInterval(() => beat(path), heartbeatMs);
  heartbeat.unref();
  return () => {
    clearInterval(heartbeat);
    rmSync(path, { force: true });
  };
}

/**
 * Removes the lock of a workspace, whoever holds it, and says who that was; undefined when nobody
 * did. The caller has made sure that the holder is dead.
 */
export function removeLock(workspace: string): LockHolder | undefined {
  const holder = holderOf(lockPath(workspace));
  rmSync(lockPath(workspace), { force: true });
  return holder;
}

/** Who holds the lock of a workspace, and whether its process still lives; undefined when nobody does. */
export function lockHolder(
  workspace: string,
): (LockHolder & { readonly isAlive: boolean }) | undefined {
  const path = lockPath(workspace);
  const holder = holderOf(path);
  return holder === undefined ? undefined : { ...holder, isAlive: isAlive(holder, path) };
}

const lockPath = (workspace: string): string => `${workspace}.lock`;

/** Creating the file exclusively is one step: of two processes only one gets it. */
function tryTake(path: string, holder: LockHolder): boolean {
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

/**
 * Two processes that find the same dead lock must not remove each other's new one, so they look
 * and take it one after the other, in a transaction of a database beside it.
 */
function takeOver(workspace: string, mine: LockHolder): void {
  const path = lockPath(workspace);
  const turnstile = new Database(`${path}.turn`);
  try {
    turnstile.exec("BEGIN EXCLUSIVE");
    const holder = holderOf(path);
    if (holder !== undefined && isAlive(holder, path)) throw locked(workspace, holder);
    rmSync(path, { force: true });
    if (!tryTake(path, mine)) throw locked(workspace, holderOf(path) ?? mine);
  } finally {
    turnstile.close();
    rmSync(`${path}.turn`, { force: true });
  }
}

function holderOf(path: string): LockHolder | undefined {
  try {
    // Written by `tryTake`; a half-written one does not parse and counts as nobody's.
    return JSON.parse(readFileSync(path, "utf8")) as LockHolder;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, host }: LockHolder, path: string): boolean {
  if (host !== hostname()) return silenceMs(path) < silentMs;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function silenceMs(path: string): number {
  const beaten = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - beaten;
}

function beat(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // `unlock --force` took the file away; the work goes on, as whoever typed it decided.
  }
}

function locked(file: string, { pid, host, since }: LockHolder): GoldpanError {
  return new GoldpanError("WORKSPACE_LOCKED", { file, pid, host: host || "localhost", since });
}
