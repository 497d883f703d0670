const quote = 0x22;
const backslash = 0x5c;
const space = 0x20;
/** The longest escape, `\u0000`, for one byte. */
export const mostJsonBytes = 6;
const escapes: readonly string[] = Array.from({ length: 0x80 }, (_, byte) =>
  JSON.stringify(String.fromCharCode(byte)).slice(1, -1),
);

/** Can the byte stand in a string of JSON as it is? */
export function isPlainInJson(byte: number): boolean {
  return byte >= space && byte !== quote && byte !== backslash;
}

/** The byte as JSON escapes it (RFC 8259 section 7), `JSON.stringify` being the one who knows. */
export function writeEscaped(byte: number, target: Uint8Array, offset: number): number {
  const escape = escapes[byte] ?? "";
  for (let at = 0; at < escape.length; at += 1) target[offset + at] = escape.charCodeAt(at);
  return offset + escape.length;
}

/** Writes a byte of UTF-8 as string content of JSON; returns where it ends. */
export function writeJsonByte(byte: number, target: Uint8Array, offset: number): number {
  if (!isPlainInJson(byte)) return writeEscaped(byte, target, offset);
  target[offset] = byte;
  return offset + 1;
}
