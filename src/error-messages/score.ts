import type { ErrorMessage } from "./error-message.ts";

/** Errors `SCORE_...`. Sorted by code. */
export const scoreMessages = {} as const satisfies Readonly<Record<string, ErrorMessage>>;
