import { readExcelNumber } from "./excel-number.ts";
import { readForeign } from "./foreign.ts";
import { isLocalNumber, type Landline, readLandline } from "./landline.ts";
import { isFillerMobile, isMobile, isVirtual } from "./mobile.ts";
import { callable, type PhoneReading, unread } from "./phone-reading.ts";

const wordBeforeExtension =
  /^(.*\d)\)?\s*(?:总机)?(?:(?:转|分机号?|ext(?:ension)?\.?|x|#|\*)\s*){1,2}[:：]?\s*(\d{1,6})$/i;
const dashBeforeExtension = /^(.*\d{7,8}|[48]00-?\d{3}-?\d{4})(?:-|\((?=\d+\)))(\d{1,5})\)?$/;
/** No word and no bracket in it. */
const digitsOnly = /^[\d+ -]*$/;
const dashAfterSpacedNumber = /^(.*\d{3,4} \d{4})-(\d{1,5})$/;
const masked = /\d[*×]{2,}|[*×]{2,}\d|\d[xX•●·#]{3,}\d/;
const china = /^(?:\+86|\+?0086|086(?=0|1[3-9]))/;
const shortNumber = /^(?:1[012]\d{1,3}|9[56]\d{3,4}|1010\d{4})$/;
const filler = /^(?:(\d)\1{6,}|1?2345678(?:9(?:0\d*)?)?|0\d{2,3}([01])\2{6,7})$/;
/** A number of North America in its own groups; without them it reads like a mobile of China. */
const american = /^1[-. ]?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}$/;
const dateLike = /^(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.]\d{1,2}$/;
const hanDigits = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖○幺两";

/**
 * One number without labels: `"(021) 5888-0000转8001"` -> display "+862158880000 ext 8001", key
 * "+862158880000". A number that cannot be called stays as written and has a code.
 */
export function readNumber(written: string): PhoneReading {
  if (masked.test(written)) return unread(written, "N205");
  const restored = readExcelNumber(written);
  if (restored === "") return unread(written, "N207");
  const { number, extension } = splitExtension(restored ?? written);
  const reading = readAmerican(number, extension) ?? readDigits(compact(number), extension);
  if (reading !== undefined) return restored === undefined ? reading : { ...reading, rule: "N210" };
  return (
    readSpaced(number) ?? readWithLetters(number, extension) ?? unread(written, reasonOf(number))
  );
}

function readAmerican(number: string, extension: string): PhoneReading | undefined {
  return american.test(number) ? readAbroad(`+${compact(number)}`, extension) : undefined;
}

function splitExtension(text: string): { number: string; extension: string } {
  const worded = digitsOnly.test(text) ? null : wordBeforeExtension.exec(text);
  const match = worded ?? dashBeforeExtension.exec(text);
  return { number: match?.[1] ?? text, extension: match?.[2] ?? "" };
}

function compact(text: string): string {
  return text.replace(/[\s().'"=_\-\u2010-\u2015\u2212·]/g, "");
}

/** "010-6255 8888-8001": tried last, for "0755 2878-0808" has no extension. */
function readSpaced(text: string): PhoneReading | undefined {
  const [, number, extension = ""] = dashAfterSpacedNumber.exec(text) ?? [];
  return number === undefined ? undefined : readDigits(compact(number), extension);
}

/** "l39O0001234", "一三九…": letters written for digits are replaced when a number comes of it. */
function readWithLetters(number: string, extension: string): PhoneReading | undefined {
  if (!/^[+\dOoIl\s〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖○幺两-]*$/.test(number))
    return undefined;
  const digits = number
    .replace(/[Oo]/g, "0")
    .replace(/[Il]/g, "1")
    .replace(/[^\d+\s-]/g, digitOfHan);
  if (digits === number) return undefined;
  const reading = readDigits(compact(digits), extension);
  return reading === undefined ? undefined : { ...reading, rule: "N211" };
}

function digitOfHan(letter: string): string {
  const at = hanDigits.indexOf(letter);
  return at < 20 ? String(at % 10) : (["0", "1", "2"][at - 20] ?? letter);
}

function readDigits(text: string, extension: string): PhoneReading | undefined {
  if (!/^\+?\d[\d+]*$/.test(text)) return undefined;
  let national = text;
  while (china.test(national)) national = national.replace(china, "");
  if (national !== text) return readChina(national, extension, "0");
  return readAbroad(text, extension) ?? readUnprefixed(text, extension);
}

/** A number without any prefix; "86" without its plus, or an area code that lost its zero, is completed. */
function readUnprefixed(digits: string, extension: string): PhoneReading | undefined {
  const plain = readChina(digits, extension, "");
  if (plain !== undefined) return plain;
  if (digits.startsWith("86")) return readChina(digits.slice(2), extension, "0");
  const completed = readChina(digits, extension, "0");
  return completed === undefined ? undefined : { ...completed, rule: "N212" };
}

/** `zero` is what may be put before an area code: "0" where the zero is not dialled or was lost. */
function readChina(digits: string, extension: string, zero: "" | "0"): PhoneReading | undefined {
  const mobile = digits.startsWith("01") ? digits.slice(1) : digits;
  if (isMobile(mobile)) {
    const isPlaceholder = isFillerMobile(mobile);
    const reading = callable({ number: `+86${mobile}`, type: "mobile", extension, isPlaceholder });
    return isVirtual(mobile) && !isPlaceholder ? { ...reading, code: "N214" } : reading;
  }
  if (/^0?[48]00\d{7}$/.test(digits)) return hotline(digits.replace(/^0/, ""), extension);
  const found = readLandline(digits.startsWith("0") ? digits : zero + digits);
  return found === undefined ? undefined : landlineReading(found, extension);
}

function hotline(digits: string, extension: string): PhoneReading {
  const number = `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
  return callable({ number, type: "hotline", extension });
}

/** `{ area: "021", local: "58880000" }` with extension "801" -> display "+862158880000 ext 801" */
export function landlineReading(landline: Landline, extension: string): PhoneReading {
  const { area, local, region, isStale } = landline;
  const isPlaceholder = local === "12345678";
  const number = `+86${area.slice(1)}${local}`;
  const reading = callable({ number, type: "landline", extension, region, isPlaceholder });
  return isStale ? { ...reading, code: "N213", landline } : { ...reading, landline };
}

function readAbroad(text: string, extension: string): PhoneReading | undefined {
  const digits = text.replace(/^(?:\+|00)/, "");
  const isInternational = digits !== text || /^(?:85[23][2-9]\d{7}|886\d{8,9})$/.test(digits);
  const number = isInternational ? readForeign(`+${digits}`) : undefined;
  return number === undefined ? undefined : callable({ number, type: "foreign", extension });
}

/** Why nobody can call the number: filler, short number, no area code, or simply wrong. */
function reasonOf(number: string): string {
  if (dateLike.test(number)) return "N202";
  const text = compact(number);
  if (filler.test(text)) return "N204";
  if (shortNumber.test(text)) return "N208";
  return isLocalNumber(text) || /^09\d{8}$/.test(text) ? "N203" : "N202";
}
