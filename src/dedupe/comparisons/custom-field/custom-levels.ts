/** Levels of custom fields by their numbers, whatever they are compared as. */
export const customLevels = {
  missing: 0,
  equal: 1,
  differ: 2,
  near: 3,
  contains: 4,
  overlap: 5,
  swapped: 6,
  parts: 7,
} as const;
