/** Errors `STORE_...`. Sorted by code. */
export const storeMessages = {} as const;
