/**
 * Is a text one that a pattern means? `*` stands for any letters; brackets and the like are letters
 * of the name. `"2024-03"` fits `"2024-*"`
 */
export function fitsPattern(text: string, pattern: string): boolean {
  const [head = "", ...tails] = pattern.split("*");
  const last = tails.pop();
  if (last === undefined) return text === pattern;
  let at = head.length;
  for (const part of tails) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.startsWith(head) && text.endsWith(last) && text.length - last.length >= at;
}
