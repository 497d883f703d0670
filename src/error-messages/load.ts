import type { ErrorMessage } from "./error-message.ts";

/** Errors `LOAD_...`. Sorted by code. */
export const loadMessages = {} as const satisfies Readonly<Record<string, ErrorMessage>>;
