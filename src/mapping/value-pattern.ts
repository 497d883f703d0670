import { isBlankCell } from "./blank-cell.ts";

/** What the values of a column look like, whatever its heading says. */
export type ValuePattern = "email" | "uscc" | "mobile" | "phone" | "date" | "person";

/** From the strictest to the loosest: a mobile number is a phone number too. */
const patterns: readonly (readonly [ValuePattern, RegExp])[] = [
  ["email", /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i],
  ["uscc", /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/i],
  ["mobile", /^(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$/],
  ["date", /^(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}/],
  ["phone", /^(?:\+?86[- ]?)?\(?0\d{2,3}\)?[- ]?\d{7,8}(?:[-转]\d+)?$/],
  ["person", /^\p{Script=Han}{2,3}$/u],
];

const minimumShare = 0.8;
const minimumValues = 3;

/**
 * The pattern that most values of a column have, undefined when none or too few values are there.
 * `["13800001111", "139-1234-5678", "13700002222"]` -> "mobile"
 */
export function valuePattern(values: readonly string[]): ValuePattern | undefined {
  const filled = values.map((value) => value.trim()).filter((value) => !isBlankCell(value));
  if (filled.length < minimumValues) return undefined;
  const found = patterns.find(
    ([, pattern]) =>
      filled.filter((value) => pattern.test(value)).length >= filled.length * minimumShare,
  );
  return found?.[0];
}
