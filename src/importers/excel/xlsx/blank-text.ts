/** First bytes that a blank of Unicode can have in UTF-8; all others rule one out at once. */
const startsOfBlanks = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

/** Are these bytes of UTF-8 nothing but blanks, as `String.trim` sees them? */
export function isBlankText(bytes: Buffer, from: number, to: number): boolean {
  if (from >= to) return true;
  if (!startsOfBlanks.has(bytes[from] ?? 0)) return false;
  return bytes.toString("utf8", from, to).trim() === "";
}
