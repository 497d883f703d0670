import Database from "better-sqlite3";
import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { GoldpanError } from "../../errors.ts";
import type { Store } from "../store.ts";
import { SqliteStore } from "./sqlite-store.ts";
import { storeFailure } from "./store-failure.ts";

/** Pages of 4 KB kept in memory: 64 MB, as a negative number of KB. */
const cacheSize = -65_536;
/** Pages that the log holds before they are moved to the file: 40 MB. */
const checkpointPages = 10_000;

/**
 * Opens a CRM in one SQLite file. For writing it is made when it is not there, with mode 0600;
 * for reading a file that is not there reads as an empty store. The journal mode of a file that
 * was there before stays as it is. `name` is what messages call it. Throws STORE_CANNOT_OPEN, STORE_NOT_A_DATABASE.
 */
export function openSqliteStore(path: string, mode: "read" | "write", name: string = path): Store {
  try {
    return mode === "read" ? openToRead(path, name) : openToWrite(path, name);
  } catch (error) {
    throw storeFailure(error, name);
  }
}

function openToWrite(path: string, name: string): Store {
  const isNew = !existsSync(path);
  if (isNew) makeFolder(path);
  const database = new Database(path);
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

function openToRead(path: string, name: string): Store {
  if (!existsSync(path)) return new SqliteStore(name, new Database(":memory:"));
  const database = new Database(path, { readonly: true });
  database.pragma(`cache_size = ${cacheSize}`);
  // The file is looked at only by the first statement: what is no database is told now.
  database.prepare("SELECT count(*) FROM sqlite_master").get();
  return new SqliteStore(name, database);
}
