/** Errors `SCORE_...`. Sorted by code. */
export const scoreMessages = {} as const;
