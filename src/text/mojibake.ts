import { decodeLegacy, encodeLegacy, type LegacyEncoding } from "./legacy-bytes.ts";
import { countKind, letterKinds, levelOfLetter } from "./letter-kinds.ts";

/** A way in which text was decoded wrongly: written in `written`, read as `read`. */
interface Misreading {
  readonly read: LegacyEncoding;
  readonly written: LegacyEncoding;
}

/** Tried in this order where letters appear that Chinese text has no use for. */
const foreignMisreadings: readonly Misreading[] = [
  { read: "windows-1252", written: "utf-8" },
  { read: "windows-1252", written: "gbk" },
  { read: "macintosh", written: "utf-8" },
  { read: "macintosh", written: "gbk" },
  { read: "cp437", written: "utf-8" },
  { read: "cp437", written: "gbk" },
  { read: "shift_jis", written: "utf-8" },
  { read: "shift_jis", written: "gbk" },
  { read: "windows-1252", written: "big5" },
];

/** What Big5 makes of common letters (公 司 有 限 中 市 品 店 的 是 ...): without any of them the costly table is spared. */
const commonInBig5 =
  /鼠侗|[衄癹庈吽虛釦笢陑籀眢妀俴冪茠昢奪燴暱萇赽儂迮耟馱妘趙蚚汜奩珛埏悝湮觼釬瓟狻岆婓賸扂涴珨奀猁珂薊炵趕硊扢ⅲ]/;
const utf8AsGbk: Misreading = { read: "gbk", written: "utf-8" };
const gbkAsBig5: Misreading = { read: "big5", written: "gbk" };
/** Text with more common letters than this was hardly decoded wrongly. */
const mostCommon = 0.75;

const knownWord =
  /公司|有限|集团|中国|科技|贸易|商贸|银行|大学|医院|学校|工厂|商行|经营部|服务部|中心|事务所|经理|先生|女士|采购|客户|电话|联系|[省市区县路号镇村店厂部]/;
const tellingWord = /公司|有限|集团|科技|贸易|银行|大学|医院|经营部/;
const lostLetters = /\ufffd|锟斤拷|烫烫烫|屯屯屯/;

/** What came of a text that was decoded wrongly. */
export interface MojibakeReading {
  /** The text as it was written; undefined where bytes are lost. */
  readonly repaired: string | undefined;
}

/**
 * Text that was decoded by the wrong encoding: `"鏌冲窞"` -> repaired `"柳州"`, `"锟斤拷"` ->
 * repaired undefined (bytes are lost), `"华宸"` -> undefined (nothing is wrong). A repair is taken only
 * when every byte goes back and the text becomes clearly more ordinary.
 */
export function readMojibake(text: string): MojibakeReading | undefined {
  if (lostLetters.test(text)) return { repaired: undefined };
  const misreadings = [
    ...(countKind(text, letterKinds.foreign) > 0 ? foreignMisreadings : []),
    ...hanMisreadings(text),
  ];
  for (const misreading of misreadings) {
    const repaired = reread(text, misreading);
    if (repaired !== undefined && isBetter(text, repaired)) return { repaired };
  }
  return isBeyondRepair(text) ? { repaired: undefined } : undefined;
}

/** How rare Han letters may have come about; nothing for text that is ordinary on the whole. */
function hanMisreadings(text: string): readonly Misreading[] {
  if (countKind(text, letterKinds.uncommon) === 0 || commonness(text).share > mostCommon) return [];
  return [
    ...(isMadeOfUtf8(text) ? [utf8AsGbk] : []),
    ...(commonInBig5.test(text) ? [gbkAsBig5] : []),
  ];
}

let utf8Letters: Uint8Array | undefined;

/** The letters that GBK makes of two bytes of a three-byte letter of UTF-8: E4-E9 80-BF 80-BF. */
function buildUtf8Letters(): Uint8Array {
  const pairs: number[] = [];
  for (let trail = 0x80; trail <= 0xbf; trail += 1) {
    for (let lead = 0xe4; lead <= 0xe9; lead += 1) pairs.push(lead, trail, 0x0a, trail, lead, 0x0a);
    for (let other = 0x80; other <= 0xbf; other += 1) pairs.push(trail, other, 0x0a);
  }
  const letters = new Uint8Array(0x10000);
  const text = new TextDecoder("gb18030").decode(Uint8Array.from(pairs));
  for (let at = 0; at < text.length; at += 1) letters[text.charCodeAt(at)] = 1;
  return letters;
}

function isMadeOfUtf8(text: string): boolean {
  utf8Letters ??= buildUtf8Letters();
  let [han, made] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x3400) continue;
    han += 1;
    made += utf8Letters[code] ?? 0;
  }
  return made * 10 >= han * 8;
}

function reread(text: string, { read, written }: Misreading): string | undefined {
  const bytes = encodeLegacy(text, read);
  return bytes === undefined ? undefined : decodeLegacy(bytes, written)?.replace(/^\ufeff/, "");
}

/** Share of the Han letters that are among the commonest, and how many there are. */
function commonness(text: string): { share: number; letters: number } {
  let [letters, common] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x3400 || code > 0x9fff) continue;
    letters += 1;
    if (levelOfLetter(code) === 1) common += 1;
  }
  return { share: letters === 0 ? 0 : common / letters, letters };
}

function isBetter(text: string, repaired: string): boolean {
  // eslint-disable-next-line no-control-regex
  if (/[\ufffd\u0000-\u0008\u000e-\u001f\u0080-\u009f\ue000-\uf8ff]/.test(repaired)) return false;
  const before = commonness(text);
  const after = commonness(repaired);
  const gain = tellingWord.test(repaired) && !tellingWord.test(text) ? 0.1 : 0.3;
  if (after.letters < 2 || after.share < before.share + gain) return false;
  return after.share >= 0.9 || (after.share >= 0.6 && knownWord.test(repaired));
}

/**
 * UTF-8 read as GBK that lost a byte on the way: its three-byte letters leave pairs of a lead byte
 * E4 to E9 and a following byte, most of them letters nobody writes.
 */
function isBeyondRepair(text: string): boolean {
  if (!isMadeOfUtf8(text)) return false;
  const { letters, share } = commonness(text);
  if (letters < 4 || share > 0.5 || countKind(text, letterKinds.uncommon) * 3 < letters)
    return false;
  const bytes = encodeLegacy(text.replace(/[^\u3400-\u9fff]/g, ""), "gbk");
  return bytes !== undefined && utf8Share(bytes) > 0.85;
}

/** Share of the bytes that stand in whole three-byte letters of UTF-8. */
function utf8Share(bytes: Uint8Array): number {
  let inLetters = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    if (lead < 0xe4 || lead > 0xe9 || second >> 6 !== 2 || third >> 6 !== 2) continue;
    inLetters += 3;
    at += 2;
  }
  return inLetters / bytes.length;
}
