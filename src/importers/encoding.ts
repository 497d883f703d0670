/** Names that `TextDecoder` knows. */
export type Encoding =
  | "utf-8"
  | "utf-16le"
  | "utf-16be"
  | "gb18030"
  | "big5"
  | "shift_jis"
  | "euc-jp"
  | "euc-kr"
  | "windows-1252";

/** `FF FE` -> "utf-16le"; undefined without a byte order mark. */
export function encodingOfMark(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

/** Letters of every table in UTF-16: line breaks, TAB, space, comma and digits. */
const isCommonAscii = (byte: number): boolean =>
  [0x09, 0x0a, 0x0d, 0x20, 0x2c].includes(byte) || (byte >= 0x30 && byte <= 0x39);

/**
 * UTF-16 without a mark, by the zero beside each common ASCII letter: zeros alone prove nothing,
 * since 一 is 4E 00. Text that is padded with zeros has pairs of them, UTF-16 has none.
 */
export function encodingOfZeros(bytes: Uint8Array): Encoding | undefined {
  const little = zeroPairs(bytes, 0);
  const big = zeroPairs(bytes, 1);
  const few = bytes.length / 100;
  if (little.ascii > few && little.ascii > (big.ascii + big.empty) * 8) return "utf-16le";
  return big.ascii > few && big.ascii > (little.ascii + big.empty) * 8 ? "utf-16be" : undefined;
}

/** Pairs whose byte at `place` is a common ASCII letter beside a zero, and pairs of zeros. */
function zeroPairs(bytes: Uint8Array, place: 0 | 1): { ascii: number; empty: number } {
  let [ascii, empty] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at + 1 - place] !== 0) continue;
    const byte = bytes[at + place] ?? 0;
    if (byte === 0) empty += 1;
    else if (isCommonAscii(byte)) ascii += 1;
  }
  return { ascii, empty };
}

/**
 * UTF-8 with a few bytes broken, as of a name that was cut in the middle of a letter: among at
 * least 50 letters beyond ASCII at most one in fifty is lost. Text in GBK loses nearly all of them.
 */
export function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(sample, { stream: true });
  const beyondAscii = text.replaceAll(/[\u0000-\u007f]/g, "");
  const lost = beyondAscii.replaceAll(/[^\ufffd]/g, "").length;
  return beyondAscii.length >= 50 && lost * 50 <= beyondAscii.length;
}
