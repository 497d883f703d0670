// GB 32100-2015: 18 characters without I O S V Z, the last one a check character modulo 31.
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/**
 * Whether a unified social credit code adds up; only such codes identify a company.
 * `hasValidCheckCharacter("91350100M000100Y43")` -> true
 */
export function hasValidCheckCharacter(code: string): boolean {
  if (code.length !== 18) return false;
  const letters = code.toUpperCase();
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < 17; at += 1) {
    const value = alphabet.indexOf(letters.charAt(at));
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === alphabet.indexOf(letters.charAt(17));
}
