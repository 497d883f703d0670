import { GoldpanError, type ErrorCode } from "../../errors.ts";
import { sqliteFailure, type SqliteFailure } from "./sqlite-failure.ts";

const codes: Readonly<Record<SqliteFailure, ErrorCode>> = {
  full: "STORE_DISK_FULL",
  "read-only": "STORE_READ_ONLY",
  "cannot-open": "STORE_CANNOT_OPEN",
  busy: "STORE_BUSY",
  damaged: "STORE_NOT_A_DATABASE",
  disk: "STORE_DISK_FAULT",
};

/** What to throw for an error of SQLite in a store; anything that is our own bug comes back as it is. */
export function storeFailure(cause: unknown, store: string): unknown {
  const failure = sqliteFailure(cause);
  if (failure === undefined && isRefusal(cause)) return refused(cause, store, "");
  return failure === undefined ? cause : new GoldpanError(codes[failure], { store }, { cause });
}

/** Runs `work` and throws its faults as `STORE_...`: a broken rule of a table names the table. */
export function guardWrite<Result>(store: string, table: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw isRefusal(cause) ? refused(cause, store, table) : cause;
  }
}

function isRefusal(cause: unknown): cause is Error {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return code.startsWith("SQLITE_CONSTRAINT");
}

function refused(cause: Error, store: string, table: string): GoldpanError {
  return new GoldpanError("STORE_CONSTRAINT", { store, table, reason: cause.message }, { cause });
}
