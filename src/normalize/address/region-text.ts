import { holdsLetterOf, isLetterOf, letterSet } from "../../text/letter-set.ts";

/**
 * What people write in front of a region and between its levels. Everything here stays in the
 * display value; only the reading goes without it.
 */
const label =
  /^[^省市区县]{0,8}?(?:地址|住址|住所|地点|坐落于?|位于|家在)(?:[是为在][:：]?|[:：]|\s)\s*/u;
/** Without one of them there is no label. */
const labelLetters = letterSet("址所点落于家");
const postcodeLetters = letterSet("0123456789邮:：");
const zoneLetters = letterSet("中（(");
const postcode = /^(?:邮编)?[:：]?\d{6}(?!\d)\s*/;
const country = /^(?:中华人民共和国|中国)(?![（(])/;
const freeTradeZone = /^(?:中国)?[（(]([^（()）]{2,6})[)）]自由贸易试验区/;
/** Words of the statistical tables, no places. */
const filler = /市辖区|(?:省|自治区)?直辖县级行政(?:区划|单位)|省直辖行政单位/g;

/** `"公司地址：中国（上海）自由贸易试验区张江路88号"` -> `"上海张江路88号"`: where the region begins */
export function withoutRegionLabels(text: string): string {
  const unlabelled = holdsLetterOf(labelLetters, text) ? text.replace(label, "") : text;
  const spaced = isLetterOf(postcodeLetters, unlabelled, 0)
    ? unlabelled.replace(postcode, "")
    : unlabelled;
  const joined = /\s/.test(spaced) ? spaced.replace(/\s+/g, "") : spaced;
  const bare = joined.startsWith("中") ? joined.replace(country, "") : joined;
  const plain = isLetterOf(zoneLetters, bare, 0) ? bare.replace(freeTradeZone, "$1") : bare;
  return plain.includes("辖") ? plain.replace(filler, "") : plain;
}
