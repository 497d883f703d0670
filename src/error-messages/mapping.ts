/** Errors `MAPPING_...`. Sorted by code. */
export const mappingMessages = {} as const;
