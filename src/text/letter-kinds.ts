import table from "./data/simplify.json" with { type: "json" };
import phraseTable from "./data/traditional.json" with { type: "json" };

/** What a letter of a text asks for; one bit each, so that one pass over a text finds all. */
export const letterKinds = {
  /** Full-width letters, digits, brackets and the ideographic space. */
  wide: 1,
  /** Format letters, blank Hangul and braille, variation selectors, control codes. */
  invisible: 2,
  /** Radicals and compatibility letters that stand for an ordinary one. */
  compatible: 4,
  /** White space of any kind. */
  space: 8,
  /** Han letters outside GB 2312: traditional, rare, or wrongly decoded. */
  uncommon: 16,
  /** Letters that Chinese text has no use for and wrongly decoded text is full of. */
  foreign: 32,
  /** Letters of the traditional script only. */
  traditional: 64,
  /** Surrogates: letters outside the basic plane, most of them emoji. */
  surrogate: 128,
} as const;

/** 1 for a letter of GB 2312 level 1, the 3,755 commonest; 2 for level 2. */
let levels: Uint8Array | undefined;
let kinds: Uint8Array | undefined;

function buildLevels(): Uint8Array {
  const bytes = new Uint8Array(72 * 94 * 2);
  for (let row = 0; row < 72; row += 1) {
    for (let cell = 0; cell < 94; cell += 1) {
      const at = (row * 94 + cell) * 2;
      bytes[at] = 0xb0 + row;
      bytes[at + 1] = 0xa1 + cell;
    }
  }
  const letters = new TextDecoder("gb18030").decode(bytes);
  const found = new Uint8Array(0x10000);
  for (let at = 0; at < letters.length; at += 1) {
    found[letters.charCodeAt(at)] = at < 40 * 94 ? 1 : 2;
  }
  return found;
}

/** 1 for `"司"`, 2 for `"淼"`, 0 for letters that GB 2312 does not have. */
export function levelOfLetter(code: number): number {
  levels ??= buildLevels();
  return levels[code] ?? 0;
}

const ranges: readonly (readonly [kind: number, first: number, last: number])[] = [
  [letterKinds.wide, 0xff01, 0xff5e],
  [letterKinds.wide, 0x3000, 0x3000],
  [letterKinds.invisible, 0x00, 0x08],
  [letterKinds.invisible, 0x0b, 0x0c],
  [letterKinds.invisible, 0x0e, 0x1f],
  [letterKinds.invisible, 0x7f, 0x7f],
  [letterKinds.invisible, 0xad, 0xad],
  [letterKinds.invisible, 0x34f, 0x34f],
  [letterKinds.invisible, 0x600, 0x605],
  [letterKinds.invisible, 0x61c, 0x61c],
  [letterKinds.invisible, 0x6dd, 0x6dd],
  [letterKinds.invisible, 0x70f, 0x70f],
  [letterKinds.invisible, 0x890, 0x891],
  [letterKinds.invisible, 0x8e2, 0x8e2],
  [letterKinds.invisible, 0x115f, 0x1160],
  [letterKinds.invisible, 0x180e, 0x180e],
  [letterKinds.invisible, 0x200b, 0x200f],
  [letterKinds.invisible, 0x202a, 0x202e],
  [letterKinds.invisible, 0x2060, 0x2064],
  [letterKinds.invisible, 0x2066, 0x206f],
  [letterKinds.invisible, 0x2800, 0x2800],
  [letterKinds.invisible, 0x3164, 0x3164],
  [letterKinds.invisible, 0xfe00, 0xfe0f],
  [letterKinds.invisible, 0xfeff, 0xfeff],
  [letterKinds.invisible, 0xffa0, 0xffa0],
  [letterKinds.invisible, 0xfff9, 0xfffb],
  [letterKinds.compatible, 0x2e80, 0x2fdf],
  [letterKinds.compatible, 0xf900, 0xfaff],
  [letterKinds.space, 0x09, 0x0d],
  [letterKinds.space, 0x20, 0x20],
  [letterKinds.space, 0xa0, 0xa0],
  [letterKinds.space, 0x1680, 0x1680],
  [letterKinds.space, 0x2000, 0x200a],
  [letterKinds.space, 0x2028, 0x2029],
  [letterKinds.space, 0x202f, 0x202f],
  [letterKinds.space, 0x205f, 0x205f],
  [letterKinds.space, 0x3000, 0x3000],
  [letterKinds.space, 0xfeff, 0xfeff],
  [letterKinds.foreign, 0x80, 0x9f],
  [letterKinds.foreign, 0xc0, 0x17f],
  [letterKinds.foreign, 0x2550, 0x259f],
  [letterKinds.foreign, 0xff61, 0xff9f],
  [letterKinds.foreign, 0xfffd, 0xfffd],
  [letterKinds.surrogate | letterKinds.invisible, 0xdb40, 0xdb40],
  [letterKinds.surrogate | letterKinds.invisible, 0xd804, 0xd804],
  [letterKinds.surrogate | letterKinds.invisible, 0xd80d, 0xd80d],
  [letterKinds.surrogate | letterKinds.invisible, 0xd82f, 0xd82f],
  [letterKinds.surrogate | letterKinds.invisible, 0xd834, 0xd834],
  [letterKinds.surrogate, 0xd800, 0xdfff],
];

/** In the key table, yet letters of today's Chinese as well, or of phrases that keep them. */
const modern: ReadonlySet<string> = new Set(
  `乾著昇甯於瞭徵藉夥麽髙広関経済祕剋脩${phraseTable.kept}`,
);

/** What is left of bytes that are lost (锟斤拷) and of memory that was never written (烫烫烫, 屯屯屯). */
const decodingLeftovers = "锟烫屯";

function buildKinds(): Uint8Array {
  const found = new Uint8Array(0x10000);
  const add = (code: number, kind: number): void => {
    found[code] = (found[code] ?? 0) | kind;
  };
  for (const [kind, first, last] of ranges) {
    for (let code = first; code <= last; code += 1) add(code, kind);
  }
  for (let code = 0x3400; code <= 0x9fff; code += 1) {
    if (levelOfLetter(code) === 0) add(code, letterKinds.uncommon);
  }
  // Signs of Chinese sentences keep their width.
  for (const sign of "，；：！？") found[sign.charCodeAt(0)] = 0;
  for (const letter of decodingLeftovers) add(letter.charCodeAt(0), letterKinds.uncommon);
  for (const letter of table.from) {
    if (!modern.has(letter)) add(letter.charCodeAt(0), letterKinds.traditional);
  }
  return found;
}

/** The kinds of one letter by its code: that of `"Ａ"` -> wide */
export function kindsOfLetter(code: number): number {
  kinds ??= buildKinds();
  return kinds[code] ?? 0;
}

/** The kinds of all letters of a text together: `"ＡＢ Ｃ"` -> wide | space, `"华宸"` -> 0 */
export function kindsIn(text: string): number {
  kinds ??= buildKinds();
  let found = 0;
  for (let at = 0; at < text.length; at += 1) found |= kinds[text.charCodeAt(at)] ?? 0;
  return found;
}

/** How many letters of a text are of a kind. */
export function countKind(text: string, kind: number): number {
  kinds ??= buildKinds();
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (((kinds[text.charCodeAt(at)] ?? 0) & kind) !== 0) count += 1;
  }
  return count;
}
