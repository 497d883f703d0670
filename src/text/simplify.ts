import table from "./data/simplify.json" with { type: "json" };

let letters: Map<string, string> | undefined;

function lettersOf(): Map<string, string> {
  const to = [...table.to];
  return new Map([...table.from].map((letter, index) => [letter, to[index] ?? letter]));
}

/**
 * Letter by letter from traditional to simplified, for keys: the same letter always gives the
 * same result, whatever stands beside it. A display value never goes through here.
 * `"華為技術"` -> `"华为技术"`
 */
export function simplify(text: string): string {
  letters ??= lettersOf();
  let result: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    const key = letter < "\u3400" ? undefined : letters.get(letter);
    if (key !== undefined) result ??= text.slice(0, at);
    if (result !== undefined) result += key ?? letter;
  }
  return result ?? text;
}
