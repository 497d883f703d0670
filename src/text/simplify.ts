import table from "./data/simplify.json" with { type: "json" };

const firstHan = 0x3400;

/** Key letter by code point, counted from the first Han letter; an array, as every name goes through it. */
let letters: (string | undefined)[] | undefined;

function lettersOf(): (string | undefined)[] {
  const byCode = Array.from<string | undefined>({ length: 0xa000 - firstHan });
  const to = [...table.to];
  [...table.from].forEach((letter, index) => {
    byCode[letter.charCodeAt(0) - firstHan] = to[index];
  });
  return byCode;
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
    const key = letters[text.charCodeAt(at) - firstHan];
    if (key !== undefined) result ??= text.slice(0, at);
    if (result !== undefined) result += key ?? text.charAt(at);
  }
  return result ?? text;
}
