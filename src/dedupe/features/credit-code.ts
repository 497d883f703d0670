// GB 32100-2015: 18 characters without I O S V Z, the last one a check character modulo 31.
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/**
 * Whether a unified social credit code adds up; only such codes identify a company.
 * `hasValidCheckCharacter("91350100M000100Y43")` -> true
 */
export function hasValidCheckCharacter(code: string): boolean {
  const letters = code.toUpperCase();
  if (letters.length !== 18) return false;
  const values = [...letters].map((letter) => alphabet.indexOf(letter));
  if (values.includes(-1)) return false;
  let sum = 0;
  let weight = 1;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === values[17];
}
