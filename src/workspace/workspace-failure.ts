import { GoldpanError, type ErrorCode } from "../errors.ts";
import { sqliteFailure, type SqliteFailure } from "../stores/sqlite/sqlite-failure.ts";

const codes: Readonly<Record<SqliteFailure, ErrorCode>> = {
  full: "WORKSPACE_DISK_FULL",
  "read-only": "WORKSPACE_READ_ONLY",
  "cannot-open": "WORKSPACE_CANNOT_OPEN",
  busy: "WORKSPACE_CANNOT_OPEN",
  damaged: "WORKSPACE_NOT_ONE",
  disk: "WORKSPACE_CANNOT_OPEN",
};

/**
 * What to throw for an error of SQLite in the workspace: a full disk becomes WORKSPACE_DISK_FULL
 * and so on; anything else comes back as it is, for it is a bug.
 */
export function workspaceFailure(cause: unknown, file: string): unknown {
  const failure = sqliteFailure(cause);
  return failure === undefined ? cause : new GoldpanError(codes[failure], { file }, { cause });
}
