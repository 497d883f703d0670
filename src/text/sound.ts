import { readingsOf } from "./pinyin.ts";

/**
 * Whether two letters can be read alike, tones aside: their readings have one in common.
 * `"重", "崇"` -> true by chong; a letter without a reading sounds like none but itself.
 */
export function soundAlike(left: string, right: string): boolean {
  if (left === right) return true;
  const readings = readingsOf(left);
  return readings.length > 0 && readingsOf(right).some((reading) => readings.includes(reading));
}

/**
 * A syllable as ears that mix zh and z, n and l, in and ing, f and h, r and l hear it.
 * `"zheng"` and `"zen"` -> `"zen"`
 */
export function blurredSyllable(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, "$1")
    .replace(/^[nr](?=[aeiouv])/, "l")
    .replace(/^h(?=u|[ae]n?g?$)/, "f")
    .replace(/(?<=[aei])ng$/, "n");
}

/** The same for letters with one of the slips of dialect: `"林", "宁"` -> true */
export function soundNearlyAlike(left: string, right: string): boolean {
  const readings = readingsOf(left).map(blurredSyllable);
  return readingsOf(right).some((reading) => readings.includes(blurredSyllable(reading)));
}
