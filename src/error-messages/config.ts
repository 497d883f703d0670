/** Errors `CONFIG_...`. Sorted by code. */
export const configMessages = {} as const;
