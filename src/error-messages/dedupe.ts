/** Errors `DEDUPE_...`. Sorted by code. */
export const dedupeMessages = {} as const;
