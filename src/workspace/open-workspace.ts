import Database from "better-sqlite3";
import { chmodSync, copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { GoldpanError } from "../errors.ts";
import { takeLock } from "./lock.ts";
import { migrations } from "./migrations.ts";
import { workspaceFailure } from "./workspace-failure.ts";

/** The staging file of a project. Whoever opens it closes it. */
export interface Workspace {
  readonly path: string;
  /** Where writes go; the same as `reader` when opened for reading. */
  readonly database: Database.Database;
  /**
   * Where long reads go. It sees what is committed, so a step can stream what was there before
   * while it writes what comes instead.
   */
  readonly reader: Database.Database;
  close(): void;
}

export interface OpenOptions {
  /** Readers take no lock and see a consistent file while one process writes. */
  readonly mode: "read" | "write";
  /** ISO time for the lock: since when this process is at work. */
  readonly startedAt: string;
}

/** "gold" as SQLite's application id, so that another program's file is not taken for ours. */
const applicationId = 0x676f6c64;

/**
 * Opens the workspace. For writing it is made when it is not there, and an older schema is
 * upgraded after a backup copy; a newer one is refused. A time alone opens for writing.
 * Throws WORKSPACE_LOCKED when another process writes, WORKSPACE_IS_EMPTY when there is
 * nothing to read.
 */
export function openWorkspace(path: string, options: OpenOptions | string): Workspace {
  const { mode, startedAt } =
    typeof options === "string" ? { mode: "write", startedAt: options } : options;
  if (mode === "read" && !existsSync(path))
    throw new GoldpanError("WORKSPACE_IS_EMPTY", { file: path });
  return mode === "read" && isCurrent(path) ? openToRead(path) : openToWrite(path, startedAt);
}

function openToRead(path: string): Workspace {
  const reader = connect(path, true);
  return { path, database: reader, reader, close: () => reader.close() };
}

/** A workspace of an older goldpan is upgraded even for a reader. Throws when it is too new or not ours. */
function isCurrent(path: string): boolean {
  const database = connect(path, true);
  try {
    return checkedVersion(database, path) === migrations.length;
  } finally {
    database.close();
  }
}

function openToWrite(path: string, startedAt: string): Workspace {
  mkdirSync(dirname(path), { recursive: true });
  const release = takeLock(path, startedAt);
  try {
    const database = connect(path, false);
    chmodSync(path, 0o600);
    prepare(database, path);
    const reader = connect(path, true);
    return { path, database, reader, close: () => (reader.close(), database.close(), release()) };
  } catch (error) {
    release();
    throw workspaceFailure(error, path);
  }
}

function connect(path: string, readonly: boolean): Database.Database {
  try {
    return new Database(path, { readonly });
  } catch (error) {
    throw workspaceFailure(error, path);
  }
}

function prepare(database: Database.Database, path: string): void {
  try {
    const version = checkedVersion(database, path);
    // Only a file without tables takes it. Records are long, so larger pages waste less and are fewer.
    database.pragma("page_size = 8192");
    database.pragma("journal_mode = WAL");
    // Fewer waits for the disk than by default, and a log that stays in the system's cache.
    database.pragma("wal_autocheckpoint = 4000");
    database.pragma("foreign_keys = ON");
    if (version > 0 && version < migrations.length) backUp(database, path, version);
    for (const [index, migration] of migrations.entries()) {
      if (index >= version) migrate(database, migration, index + 1);
    }
  } catch (error) {
    database.close();
    throw error;
  }
}

function migrate(database: Database.Database, migration: string, version: number): void {
  database.transaction(() => {
    database.exec(migration);
    database.pragma(`user_version = ${version}`);
    database.pragma(`application_id = ${applicationId}`);
  })();
}

function checkedVersion(database: Database.Database, file: string): number {
  const found = versionOf(database, file);
  const known = migrations.length;
  if (found > known) throw new GoldpanError("WORKSPACE_TOO_NEW", { file, found, known });
  return found;
}

/** The schema version; 0 for a file without tables. Throws when the file is something else. */
function versionOf(database: Database.Database, file: string): number {
  try {
    const tables = Number(database.prepare("SELECT count(*) FROM sqlite_master").pluck().get());
    const id = Number(database.pragma("application_id", { simple: true }));
    if (tables === 0 || id === applicationId)
      return Number(database.pragma("user_version", { simple: true }));
  } catch (cause) {
    throw new GoldpanError("WORKSPACE_NOT_ONE", { file }, { cause });
  }
  throw new GoldpanError("WORKSPACE_NOT_ONE", { file });
}

function backUp(database: Database.Database, path: string, version: number): void {
  database.pragma("wal_checkpoint(TRUNCATE)");
  const backup = `${path}.backup-v${version}`;
  if (!existsSync(backup)) copyFileSync(path, backup);
}
