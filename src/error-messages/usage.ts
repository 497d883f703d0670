/** Errors `USAGE_...`. Sorted by code. */
export const usageMessages = {} as const;
