/** Why SQLite could not do it, when that is no bug of ours but the state of disk or file. */
export type SqliteFailure = "full" | "read-only" | "cannot-open" | "busy" | "damaged" | "disk";

const failures: readonly (readonly [prefix: string, failure: SqliteFailure])[] = [
  ["SQLITE_FULL", "full"],
  ["SQLITE_READONLY", "read-only"],
  ["SQLITE_PERM", "read-only"],
  ["SQLITE_CANTOPEN", "cannot-open"],
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_LOCKED", "busy"],
  ["SQLITE_NOTADB", "damaged"],
  ["SQLITE_CORRUPT", "damaged"],
  ["SQLITE_IOERR", "disk"],
];

/** `sqliteFailure(error)` -> "full" for SQLITE_FULL; undefined for anything that is not about disk or file. */
export function sqliteFailure(error: unknown): SqliteFailure | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return failures.find(([prefix]) => code.startsWith(prefix))?.[1];
}
