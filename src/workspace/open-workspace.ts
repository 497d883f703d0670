import Database from "better-sqlite3";
import { chmodSync, copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { GoldpanError } from "../errors.ts";
import { takeLock } from "./lock.ts";
import { migrations } from "./migrations.ts";

/** The staging file of a project. Whoever opens it closes it. */
export interface Workspace {
  readonly path: string;
  readonly database: Database.Database;
  close(): void;
}

/** "goldpan" as SQLite's application id, so that another program's file is not taken for ours. */
const applicationId = 0x676f6c64;

/**
 * Opens the workspace for writing, made when it is not there. An older schema is upgraded after a
 * backup copy, a newer one refused. Throws WORKSPACE_LOCKED when another process writes.
 */
export function openWorkspace(path: string, startedAt: string): Workspace {
  mkdirSync(dirname(path), { recursive: true });
  const release = takeLock(path, startedAt);
  try {
    const database = new Database(path);
    chmodSync(path, 0o600);
    prepare(database, path);
    return { path, database, close: () => (database.close(), release()) };
  } catch (error) {
    release();
    throw error;
  }
}

function prepare(database: Database.Database, path: string): void {
  const version = versionOf(database, path);
  if (version > migrations.length) {
    database.close();
    throw new GoldpanError("WORKSPACE_TOO_NEW", {
      file: path,
      found: version,
      known: migrations.length,
    });
  }
  database.pragma("journal_mode = WAL");
  database.pragma("foreign_keys = ON");
  if (version > 0 && version < migrations.length) backUp(database, path, version);
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      database.exec(migration);
      database.pragma(`user_version = ${index + 1}`);
      database.pragma(`application_id = ${applicationId}`);
    })();
  }
}

/** The schema version; 0 for a file without tables. Throws when the file is something else. */
function versionOf(database: Database.Database, path: string): number {
  try {
    const tables = Number(database.prepare("SELECT count(*) FROM sqlite_master").pluck().get());
    const id = Number(database.pragma("application_id", { simple: true }));
    if (tables === 0 || id === applicationId)
      return Number(database.pragma("user_version", { simple: true }));
  } catch (cause) {
    database.close();
    throw new GoldpanError("WORKSPACE_NOT_ONE", { file: path }, { cause });
  }
  database.close();
  throw new GoldpanError("WORKSPACE_NOT_ONE", { file: path });
}

function backUp(database: Database.Database, path: string, version: number): void {
  database.pragma("wal_checkpoint(TRUNCATE)");
  const backup = `${path}.backup-v${version}`;
  if (!existsSync(backup)) copyFileSync(path, backup);
}
