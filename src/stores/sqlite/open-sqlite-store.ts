import Database from "better-sqlite3";
import { chmodSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { GoldpanError } from "../../errors.ts";
import type { Store } from "../store.ts";
import { SqliteStore } from "./sqlite-store.ts";
import { storeFailure } from "./store-failure.ts";

/** Pages kept in memory: 192 MB, as a negative number of KB. */
const cacheSize = -196_608;
/** Pages of 4 KB that the log holds before they are moved to the file: 200 MB. */
const checkpointPages = 50_000;

export interface OpenSqliteOptions {
  /** What messages call the store. */
  readonly name?: string;
  /** How long to wait for another program that is writing. */
  readonly busyMs?: number;
}

/**
 * Opens a CRM in one SQLite file. For writing it is made when it is not there, with mode 0600;
 * for reading a file that is not there reads as an empty store. The journal mode of a file that
 * was there before stays as it is. Throws STORE_CANNOT_OPEN, STORE_NOT_A_DATABASE.
 */
export function openSqliteStore(
  path: string,
  mode: "read" | "write",
  { name = path, busyMs = 5000 }: OpenSqliteOptions = {},
): Store {
  try {
    const options = { name, busyMs };
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
      throw new GoldpanError("STORE_CANNOT_OPEN", { store: name });
    return mode === "read" ? openToRead(path, options) : openToWrite(path, options);
  } catch (error) {
    throw storeFailure(error, name);
  }
}

function openToWrite(path: string, { name, busyMs }: Required<OpenSqliteOptions>): Store {
  const isNew = !existsSync(path);
  if (isNew) makeFolder(path);
  const database = new Database(path, { timeout: busyMs });
  if (isNew) {
    chmodSync(path, 0o600);
    database.pragma("journal_mode = WAL");
  }
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma(`cache_size = ${cacheSize}`);
  database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  return new SqliteStore(name, database);
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (cause) {
    throw new GoldpanError("STORE_CANNOT_OPEN", { store: path }, { cause });
  }
}

function openToRead(path: string, { name, busyMs }: Required<OpenSqliteOptions>): Store {
  if (!existsSync(path)) return new SqliteStore(name, new Database(":memory:"));
  const database = new Database(path, { readonly: true, timeout: busyMs });
  database.pragma(`cache_size = ${cacheSize}`);
  // The file is looked at only by the first statement: what is no database is told now.
  database.prepare("SELECT count(*) FROM sqlite_master").get();
  return new SqliteStore(name, database);
}
