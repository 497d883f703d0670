import type { ErrorMessage } from "./error-message.ts";

/** Errors `WORKSPACE_...`. Sorted by code. */
export const workspaceMessages = {} as const satisfies Readonly<Record<string, ErrorMessage>>;
