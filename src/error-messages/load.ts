/** Errors `LOAD_...`. Sorted by code. */
export const loadMessages = {} as const;
