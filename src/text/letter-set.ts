/** Some letters of the basic plane: a bit by code, set where it is one of them. A look-up costs less than a pattern. */
export type LetterSet = Uint32Array;

/** `letterSet("路街")` holds 路 and 街. */
export function letterSet(letters: string): LetterSet {
  const set = new Uint32Array(0x10000 / 32);
  for (let at = 0; at < letters.length; at += 1) {
    const code = letters.charCodeAt(at);
    set[code >>> 5] = (set[code >>> 5] ?? 0) | (1 << (code & 31));
  }
  return set;
}

/** Whether the letter at `at` is in the set; there is none outside the text. */
export function isLetterOf(set: LetterSet, text: string, at: number): boolean {
  return at >= 0 && at < text.length && holdsCode(set, text.charCodeAt(at));
}

/** Whether any letter from `start` on is in the set: `"文艺路", 路街` -> true */
export function holdsLetterOf(set: LetterSet, text: string, start = 0): boolean {
  for (let at = start; at < text.length; at += 1) {
    if (holdsCode(set, text.charCodeAt(at))) return true;
  }
  return false;
}

function holdsCode(set: LetterSet, code: number): boolean {
  return (((set[code >>> 5] ?? 0) >>> (code & 31)) & 1) === 1;
}
