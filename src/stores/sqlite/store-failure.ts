import { GoldpanError, type ErrorCode } from "../../errors.ts";
import { sqliteFailure, type SqliteFailure } from "./sqlite-failure.ts";

const codes: Readonly<Record<SqliteFailure, ErrorCode>> = {
  full: "STORE_DISK_FULL",
  "read-only": "STORE_READ_ONLY",
  "cannot-open": "STORE_CANNOT_OPEN",
  busy: "STORE_BUSY",
  damaged: "STORE_NOT_A_DATABASE",
  disk: "STORE_CANNOT_OPEN",
};

/** What to throw for an error of SQLite in a store; anything that is our own bug comes back as it is. */
export function storeFailure(cause: unknown, store: string): unknown {
  const failure = sqliteFailure(cause);
  return failure === undefined ? cause : new GoldpanError(codes[failure], { store }, { cause });
}

/** Runs `work` and throws its faults as `STORE_...`: a broken rule of a table names the table. */
export function guardWrite<Result>(store: string, table: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (!code.startsWith("SQLITE_CONSTRAINT") || !(cause instanceof Error)) throw cause;
    throw new GoldpanError("STORE_CONSTRAINT", { store, table, reason: cause.message }, { cause });
  }
}
