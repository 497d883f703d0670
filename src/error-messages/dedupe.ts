import type { ErrorMessage } from "./error-message.ts";

/** Errors `DEDUPE_...`. Sorted by code. */
export const dedupeMessages = {} as const satisfies Readonly<Record<string, ErrorMessage>>;
