/** Levels of a company's name by their numbers; the other comparisons of a name look at them. */
export const nameLevels = {
  missing: 0,
  equal: 1,
  alias: 2,
  brand: 3,
  "brand-sound": 4,
  near: 5,
  "brand-typo": 6,
  inside: 7,
  "brand-near": 8,
  spelling: 9,
  placed: 10,
  cut: 11,
  short: 12,
  differ: 13,
  "brand-longer": 14,
} as const;
