import type { ErrorMessage } from "./error-message.ts";

/** Errors `CONFIG_...`. Sorted by code. */
export const configMessages = {} as const satisfies Readonly<Record<string, ErrorMessage>>;
