/** Names that `TextDecoder` knows. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5" | "windows-1252";

/** `FF FE` -> "utf-16le"; undefined without a byte order mark. */
export function encodingOfMark(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark: every second byte of ASCII text is zero. */
export function encodingOfZeros(bytes: Uint8Array): Encoding | undefined {
  let [even, odd] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const many = bytes.length / 20;
  if (odd > many && even === 0) return "utf-16le";
  return even > many && odd === 0 ? "utf-16be" : undefined;
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

interface Shares {
  /** Pairs in GB2312 level 1 (rows 16 to 55) or its symbol rows. */
  readonly gb: number;
  /** Pairs in Big5 level 1 or its symbols. */
  readonly big5: number;
}

/** Walks the bytes as pairs after each byte above 0x7F, as both encodings do. */
function commonShares(bytes: Uint8Array): Shares {
  let [pairs, gb, big5] = [0, 0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const [lead, trail] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    if (lead < 0x80) continue;
    pairs += 1;
    if (isCommonGb(lead, trail)) gb += 1;
    if (isBig5Trail(trail) && lead >= 0xa1 && lead <= 0xc6) big5 += 1;
    at += 1;
  }
  return pairs === 0 ? { gb: 0, big5: 0 } : { gb: gb / pairs, big5: big5 / pairs };
}

function isCommonGb(lead: number, trail: number): boolean {
  const isLevel1 = lead >= 0xb0 && lead <= 0xd7;
  return trail >= 0xa1 && (isLevel1 || (lead >= 0xa1 && lead <= 0xa3));
}

function isBig5Trail(byte: number): boolean {
  return (byte >= 0x40 && byte <= 0x7e) || byte >= 0xa1;
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    // `stream` tolerates a letter cut at the end of the sample.
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * The encoding of text that is not UTF-8, decided over the whole sample: "no decode error" proves
 * nothing, so GB18030 and Big5 must also give mostly common letters; what is left is Windows-1252.
 * `C9 EE DB DA` (深圳) -> "gb18030"
 */
export function guessLegacyEncoding(sample: Uint8Array): Encoding {
  const { gb, big5 } = commonShares(sample);
  if (gb >= 0.7 && gb >= big5 - 0.15 && decodes(sample, "gb18030")) return "gb18030";
  if (big5 >= 0.85 && decodes(sample, "big5")) return "big5";
  return gb >= 0.5 && decodes(sample, "gb18030") ? "gb18030" : "windows-1252";
}
