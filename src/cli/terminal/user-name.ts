import { userInfo } from "node:os";
import type { Terminal } from "./terminal.ts";

/** Who sits at the terminal, for the log of decisions: `GOLDPAN_USER`, else the login name. */
export function userName({ env }: Pick<Terminal, "env">): string {
  const named = env["GOLDPAN_USER"] ?? "";
  return named === "" ? loginName() : named;
}

/** A container may run as a number without a name. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}
