// GB 32100-2015: 18 characters without I O S V Z, the last one a check character modulo 31.
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** The value of a character by its code, -1 for one that no code has. */
const values = new Int8Array(128).fill(-1);
for (let value = 0; value < alphabet.length; value += 1) values[alphabet.charCodeAt(value)] = value;

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
    const value = valueAt(letters, at);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === valueAt(letters, 17);
}

function valueAt(letters: string, at: number): number {
  return values[letters.charCodeAt(at)] ?? -1;
}
