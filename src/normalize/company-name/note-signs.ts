/**
 * What may set a note or a second name off from a company's name; one bit each. Without its signs a
 * pattern need not be asked.
 */
export const noteSigns = {
  dash: 1,
  space: 2,
  colon: 4,
  comma: 8,
  bracket: 16,
  /** Between two names: / 、 ; */
  slash: 32,
  /** 更名为, 现名, -> */
  renamed: 64,
  /** 曾用名, 简称 */
  otherName: 128,
  /** 及子公司, 等 */
  others: 256,
  /** What joins two names behind 公司. */
  and: 512,
  /** The end of 公司, 集团, 事务所. */
  legal: 1024,
  /** What stands at the end of a name before its English one. */
  ending: 2048,
  /** Neither letter nor digit, sign of a sentence nor space: an emoji. */
  symbol: 4096,
} as const;

const all = 0xffff;
const { dash, space, colon, comma, bracket, slash, renamed, otherName } = noteSigns;
const { others, and, legal, ending } = noteSigns;

/** Signs and letters with what they may be; other ones that are no Han, Latin letter or digit may be anything. */
const known: readonly (readonly [kinds: number, letters: string])[] = [
  [0, ".&')]】〕"],
  [bracket, "([【〔"],
  [dash, "-—–_"],
  [dash | slash, "|"],
  [space, " "],
  [colon, ":："],
  [comma, ",，"],
  [comma | slash, ";；"],
  [slash, "/／、"],
  [renamed, "更改变现"],
  [otherName, "名称"],
  [others, "等"],
  [others | and, "及"],
  [and, "暨和与"],
  [legal | ending, "司团所"],
  [ending, "公集厂行店院"],
];

let kinds: Uint16Array | undefined;

function buildKinds(): Uint16Array {
  const found = new Uint16Array(0x10000).fill(all);
  found.fill(0, 0x4e00, 0xa000).fill(0, 0x30, 0x3a).fill(0, 0x41, 0x5b).fill(0, 0x61, 0x7b);
  for (const [kind, letters] of known) {
    for (const letter of letters) found[letter.charCodeAt(0)] = kind;
  }
  return found;
}

/** All signs of a text together: `"华宸公司-重复"` -> dash | legal | ending */
export function signsIn(text: string): number {
  kinds ??= buildKinds();
  let found = 0;
  for (let at = 0; at < text.length; at += 1) found |= kinds[text.charCodeAt(at)] ?? 0;
  return found;
}
