import type { PatternClass } from "../../model/inventory.ts";
import { narrow } from "../../text/width.ts";
import { isResidentId } from "../../normalize/uscc/check-digits.ts";

const uscc = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/i;
const email = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
const url = /^(?:https?:\/\/|www\.)\S+$/i;
const phone =
  /^(?:\+|00)?[\d() -]*(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?:\.0)?|0\d{2,3}[) -]*\d{7,8}|400[ -]?\d{3}[ -]?\d{4})(?:\D{1,3}\d{1,6})?$|^\+\d[\d() -]{6,18}\d$/;
const date = /^(?:19|20)\d{2}(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?月?(?:[ T].*)?|[01]\d[0-3]\d)$/;
const number = /^[-+]?[¥$]?[\d,]*\.?\d+(?:%|元|万|万元|亿元)?$/;
const han = /\p{Script=Han}/u;
const latin = /\p{Script=Latin}/u;
const someDigit = /\d/;
const fullWidth = /[\uff01-\uff5e]/;

/** What a filled cell looks like; the first that fits counts. `"138-0013-8001"` -> "phone" */
export function patternOf(raw: string): PatternClass {
  const text = fullWidth.test(raw) ? narrow(raw) : raw;
  if (text.includes("@") && email.test(text)) return "email";
  const withDigits = someDigit.test(text) ? patternWithDigits(text) : undefined;
  if (withDigits !== undefined) return withDigits;
  if (url.test(text)) return "url";
  if (han.test(text)) return "han";
  return latin.test(text) ? "latin" : "other";
}

function patternWithDigits(text: string): PatternClass | undefined {
  // No longer value of these kinds is ever written; patterns on long texts cost time.
  if (text.length > 40) return undefined;
  if (text.length === 18) {
    if (isResidentId(text.toUpperCase())) return "resident-id";
    if (uscc.test(text)) return "uscc";
  }
  if (phone.test(text)) return "phone";
  if (date.test(text)) return "date";
  return number.test(text) ? "number" : undefined;
}
