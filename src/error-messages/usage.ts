import type { ErrorMessage } from "./error-message.ts";

/** Errors `USAGE_...`. Sorted by code. */
export const usageMessages = {} as const satisfies Readonly<Record<string, ErrorMessage>>;
