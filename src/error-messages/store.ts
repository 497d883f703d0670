import type { ErrorMessage } from "./error-message.ts";

/** Errors `STORE_...`. Sorted by code. */
export const storeMessages = {} as const satisfies Readonly<Record<string, ErrorMessage>>;
