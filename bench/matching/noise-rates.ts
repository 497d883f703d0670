/** How a name in a row differs from the registered one. */
export type NameNoise =
  | "width"
  | "traditional"
  | "region-letters"
  | "region-dropped"
  | "form-dropped"
  | "form-varied"
  | "bracket-moved"
  | "homophone"
  | "lookalike"
  | "wrong-letter"
  | "two-wrong"
  | "letters-dropped"
  | "swapped"
  | "letters-added"
  | "tail-typo"
  | "note"
  | "short-name"
  | "brand-only"
  | "abbreviation"
  | "pinyin";

/**
 * Rows in a thousand with each kind of noise, the first of two where a row has two. The shares among
 * mistyped names follow the 753 pairs of typed and registered names in the notes on normalizing
 * (13% homophones, 17% letters of the region, 18% letters dropped, 8% added, 7% the form alone ...);
 * short names and notes come on top. A kind that a name does not allow (no region to drop) is
 * passed over, so the generated rate lies a little below. Checked by `noise-rates.test.ts`.
 */
export const nameNoiseRates: readonly (readonly [NameNoise, number])[] = [
  ["width", 30],
  ["traditional", 8],
  ["region-letters", 55],
  ["region-dropped", 50],
  ["form-dropped", 40],
  ["form-varied", 30],
  ["bracket-moved", 20],
  ["homophone", 40],
  ["lookalike", 5],
  ["wrong-letter", 15],
  ["two-wrong", 10],
  ["letters-dropped", 45],
  ["swapped", 4],
  ["letters-added", 25],
  ["tail-typo", 12],
  ["note", 25],
  ["short-name", 35],
  ["brand-only", 12],
  ["abbreviation", 6],
  ["pinyin", 8],
];

/** Noisy rows in a hundred that get a second kind of noise. */
export const secondNoisePercent = 10;

/** Rows in a hundred of a renamed company that still bear its former brand. */
export const formerNamePercent = 35;

/** Companies with one, two ... six rows, in a thousand. */
export const rowsPerCompany: readonly (readonly [number, number])[] = [
  [1, 600],
  [2, 220],
  [3, 100],
  [4, 50],
  [5, 20],
  [6, 10],
];

/** What sources fill in, in percent of their rows; `share` is the share of rows from the source. */
export interface SourceProfile {
  readonly system: string;
  readonly share: number;
  readonly uscc: number;
  readonly contact: number;
  readonly mobile: number;
  readonly landline: number;
  readonly email: number;
  readonly address: number;
  readonly region: number;
  /** Letters that the name is cut to, 0 = as long as it likes. */
  readonly longestName: number;
}

const profile = { uscc: 0, contact: 0, mobile: 0, landline: 0, email: 0, address: 0, region: 0 };

export const sourceProfiles: readonly SourceProfile[] = [
  {
    ...profile,
    system: "erp",
    share: 25,
    uscc: 60,
    contact: 30,
    mobile: 15,
    landline: 70,
    email: 15,
    address: 80,
    region: 20,
    longestName: 0,
  },
  {
    ...profile,
    system: "crm",
    share: 30,
    uscc: 25,
    contact: 80,
    mobile: 70,
    landline: 30,
    email: 40,
    address: 60,
    region: 50,
    longestName: 0,
  },
  {
    ...profile,
    system: "wecom",
    share: 15,
    contact: 90,
    mobile: 60,
    email: 3,
    address: 5,
    longestName: 20,
  },
  {
    ...profile,
    system: "web",
    share: 10,
    contact: 90,
    mobile: 90,
    email: 70,
    address: 20,
    region: 40,
    longestName: 0,
  },
  { ...profile, system: "invoice", share: 10, uscc: 90, landline: 60, address: 90, longestName: 0 },
  {
    ...profile,
    system: "fair",
    share: 10,
    contact: 90,
    mobile: 70,
    landline: 20,
    email: 60,
    address: 40,
    longestName: 0,
  },
];

/** Values in a thousand that are wrong or old although they are filled in. */
export const valueNoisePerMille = {
  usccDamaged: 15,
  mobileMistyped: 15,
  mobileChanged: 30,
  landlineMistyped: 10,
  addressOld: 30,
  contactTitleOnly: 120,
  contactHomophone: 25,
  agentPhone: 4,
} as const;
