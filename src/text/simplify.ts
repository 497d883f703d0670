import table from "./data/simplify.json" with { type: "json" };

const firstHan = 0x3400;

interface KeyLetters {
  /** Place of the key letter, from 1, by code counted from the first Han letter; 0 for none. */
  readonly places: Uint16Array;
  /** Some of them lie outside the basic plane. */
  readonly letters: readonly string[];
}

let keys: KeyLetters | undefined;

function keyLetters(): KeyLetters {
  const places = new Uint16Array(0xa000 - firstHan);
  for (let at = 0; at < table.from.length; at += 1) {
    places[table.from.charCodeAt(at) - firstHan] = at + 1;
  }
  return { places, letters: ["", ...table.to] };
}

/** Whether a letter stays as it is in keys: that of `"华"` -> true, of `"華"` -> false */
export function isKeyLetter(code: number): boolean {
  const { places } = (keys ??= keyLetters());
  return (places[code - firstHan] ?? 0) === 0;
}

/**
 * Letter by letter from traditional to simplified, for keys: the same letter always gives the
 * same result, whatever stands beside it. A display value never goes through here.
 * `"華為技術"` -> `"华为技术"`
 */
export function simplify(text: string): string {
  const { places, letters } = (keys ??= keyLetters());
  let result: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const place = places[text.charCodeAt(at) - firstHan] ?? 0;
    if (place !== 0) result ??= text.slice(0, at);
    if (result !== undefined) result += place === 0 ? text.charAt(at) : (letters[place] ?? "");
  }
  return result ?? text;
}
