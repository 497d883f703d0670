import { holdsLetterOf, letterSet } from "../../text/letter-set.ts";
import { isPlainHan } from "../../text/plain-han.ts";

/** 深圳市***有限公司, 某某科技: letters of the name are hidden, and many companies look like this. */
const masked = /[*＊×□]{2,}|某某|(?<![a-z])x{2,}(?![a-z])/i;
const maskLetters = letterSet("*＊×□某xX");
/** Phones, codes, addresses of mail and web that slipped into the column. */
const otherKind =
  /^(?:[\d\s+()./-]{6,}|[^@\s]+@[^@\s]+\.[a-z]{2,}|(?:https?:\/\/|www\.)\S+|[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})$/i;

/**
 * Why a text is no name to compare: "N115" for a masked one (`"深圳市***有限公司"`), "N116" for another
 * kind of value (`"www.zhaoda.com"`), "" for a name (`"3M中国有限公司"`).
 */
export function unfitCode(name: string): string {
  if (isPlainHan(name)) return name.includes("某某") ? "N115" : "";
  if (mayBeOther(name) && otherKind.test(name)) return "N116";
  return holdsLetterOf(maskLetters, name) && masked.test(name) ? "N115" : "";
}

/** Only an address of mail can begin with a Han letter. */
function mayBeOther(name: string): boolean {
  const first = name.charCodeAt(0);
  return first < 0x4e00 || first > 0x9fff || name.includes("@");
}
