import type { Encoding } from "./encoding.ts";

/** How much of the text beyond ASCII is common in each encoding, from 0 to 1. */
interface Shares {
  /** Pairs in GB2312 level 1 (rows 16 to 55) or its symbol rows. */
  readonly gb: number;
  /** Pairs in Big5 level 1 or its symbols. */
  readonly big5: number;
  /** Pairs in the rows of kana of GB2312, which EUC-JP has in the same place. */
  readonly kana: number;
  /** Bytes beyond ASCII that stand alone between ASCII letters, as accented letters do. */
  readonly single: number;
}

/** Walks the bytes as pairs after each byte above 0x7F, as all but Shift-JIS do. */
function sharesOf(bytes: Uint8Array): Shares {
  const counts = { pairs: 0, gb: 0, big5: 0, kana: 0, single: 0 };
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    countPair(counts, lead, bytes[at + 1] ?? 0);
    at += 1;
  }
  const of = (count: number): number => (counts.pairs === 0 ? 0 : count / counts.pairs);
  const { gb, big5, kana, single } = counts;
  return { gb: of(gb), big5: of(big5), kana: of(kana), single: of(single) };
}

function countPair(
  counts: { pairs: number; gb: number; big5: number; kana: number; single: number },
  lead: number,
  trail: number,
): void {
  counts.pairs += 1;
  if (isCommonGb(lead, trail)) counts.gb += 1;
  if (isBig5Trail(trail) && lead >= 0xa1 && lead <= 0xc6) counts.big5 += 1;
  if (trail >= 0xa1 && (lead === 0xa4 || lead === 0xa5)) counts.kana += 1;
  if (trail < 0x80) counts.single += 1;
}

function isCommonGb(lead: number, trail: number): boolean {
  const isLevel1 = lead >= 0xb0 && lead <= 0xd7;
  return trail >= 0xa1 && (isLevel1 || (lead >= 0xa1 && lead <= 0xa3));
}

function isBig5Trail(byte: number): boolean {
  return (byte >= 0x40 && byte <= 0x7e) || byte >= 0xa1;
}

/** The share of kana, kanji of level 1 and symbols when the bytes are walked as Shift-JIS. */
function shiftJisShare(bytes: Uint8Array): number {
  let [letters, common] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    letters += 1;
    // Half-width kana are single bytes, and prove nothing: GBK is full of them.
    if (lead >= 0xa0 && lead <= 0xdf) continue;
    if (isCommonShiftJis(lead, bytes[at + 1] ?? 0)) common += 1;
    at += 1;
  }
  return letters === 0 ? 0 : common / letters;
}

function isCommonShiftJis(lead: number, trail: number): boolean {
  const isTrail = trail >= 0x40 && trail <= 0xfc && trail !== 0x7f;
  if (lead === 0x88) return trail >= 0x9f && isTrail;
  return isTrail && ((lead >= 0x81 && lead <= 0x83) || (lead >= 0x89 && lead <= 0x97));
}

/** Syllables that make up most of a Korean text. */
const commonHangul = new Set(
  "이다는을의에가고하한사지도로서기시자인대수정일은나리를어부보전아해상주라있조구성제과장문원여소스만그유들적비공중무신위미동국학교생선관연화발마심경계당회물방안우영용으것행속내오실식간업면모양김박최명호번처품약매",
);

/**
 * Is the text Korean? Its syllables lie where GB2312 has its commonest letters, but Chinese read as
 * Korean is nearly half Han letters, and its syllables are rare ones.
 */
function isKorean(bytes: Uint8Array): boolean {
  const text = new TextDecoder("euc-kr").decode(bytes, { stream: true });
  const letters = text.match(/[^\u0000-\u007f]/g) ?? [];
  const hangul = letters.filter((letter) => letter >= "가" && letter <= "힣");
  const common = hangul.filter((letter) => commonHangul.has(letter));
  const enough = letters.length >= 4 && hangul.length * 10 >= letters.length * 9;
  return enough && common.length * 2 >= hangul.length;
}

/** Hardly a letter is lost; one that was cut in the middle does not make it another encoding. */
function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  const beyondAscii = text.replaceAll(/[\u0000-\u007f]/g, "");
  const lost = beyondAscii.replaceAll(/[^\ufffd]/g, "").length;
  return lost * 50 <= beyondAscii.length;
}

/**
 * The encoding of text that is not UTF-8, decided over the whole sample: "no decode error" proves
 * nothing, so the text must also be mostly common letters; what is left is Windows-1252, if its
 * letters stand alone, else the Chinese encoding that decodes it.
 * `C9 EE DB DA` (深圳) -> "gb18030"; `93 8C 8B 9E` (東京) -> "shift_jis"
 */
export function guessLegacyEncoding(sample: Uint8Array): Encoding {
  const shares = sharesOf(sample);
  const sure = sureEncoding(sample, shares);
  if (sure !== undefined) return sure;
  if (shares.single >= 0.8) return "windows-1252";
  const likely = shares.gb >= 0.4 ? (["gb18030", "big5"] as const) : (["big5", "gb18030"] as const);
  return likely.find((encoding) => decodes(sample, encoding)) ?? "windows-1252";
}

/** The encoding whose common letters most of the text is made of, or undefined. */
export function sureLegacyEncoding(sample: Uint8Array): Encoding | undefined {
  return sureEncoding(sample, sharesOf(sample));
}

function sureEncoding(sample: Uint8Array, { gb, big5, kana }: Shares): Encoding | undefined {
  const looksLike: readonly (readonly [Encoding, boolean])[] = [
    ["euc-jp", kana >= 0.1],
    ["euc-kr", isKorean(sample)],
    ["gb18030", gb >= 0.7 && gb >= big5 - 0.15],
    ["shift_jis", shiftJisShare(sample) >= 0.8],
    ["big5", big5 >= 0.85],
  ];
  return looksLike.find(([encoding, isLikely]) => isLikely && decodes(sample, encoding))?.[0];
}
