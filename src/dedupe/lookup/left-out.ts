/**
 * In how many places letters were left out to shorten a name, its ends aside; undefined when the
 * short name has letters or an order of its own. Short names and abbreviations of a company keep
 * the order of its letters.
 * `"香益自科", "北京香益自动化科技有限公司"` -> 1, `"香益", "北京香益科技"` -> 0, `"益香", "香益"` -> undefined
 */
export function placesLeftOut(short: string, long: string): number | undefined {
  let places = 0;
  let last = -1;
  for (const letter of short) {
    const at = long.indexOf(letter, last + 1);
    if (at < 0) return undefined;
    if (last >= 0 && at > last + 1) places += 1;
    last = at;
  }
  return places;
}
