/** Some letters of the basic plane: 1 by code where it is one of them. A look-up costs less than a pattern. */
export type LetterSet = Uint8Array;

/** `letterSet("路街")` holds 路 and 街. */
export function letterSet(letters: string): LetterSet {
  const set = new Uint8Array(0x10000);
  for (let at = 0; at < letters.length; at += 1) set[letters.charCodeAt(at)] = 1;
  return set;
}

/** Whether the letter at `at` is in the set; there is none outside the text. */
export function isLetterOf(set: LetterSet, text: string, at: number): boolean {
  return set[text.charCodeAt(at)] === 1;
}

/** Whether any letter from `start` on is in the set: `"文艺路", 路街` -> true */
export function holdsLetterOf(set: LetterSet, text: string, start = 0): boolean {
  for (let at = start; at < text.length; at += 1) {
    if (set[text.charCodeAt(at)] === 1) return true;
  }
  return false;
}
