import type { ErrorMessage } from "./error-message.ts";

/** Errors `MAPPING_...`. Sorted by code. */
export const mappingMessages = {} as const satisfies Readonly<Record<string, ErrorMessage>>;
