import type { SuspicionKind } from "../../model/inventory.ts";
import { missingCode } from "../../normalize/missing-value.ts";

type CellSuspicion = Exclude<SuspicionKind, "unlike">;

const exponent = /^\d(?:\.\d+)?E\+\d+$/i;
/** Excel keeps 15 digits: what is longer ends in zeros. */
const digitsLost = /^[1-9]\d{14}0{2,}$/;
const mojibake = /锟斤拷|\ufffd|烫烫|屯屯|\?{4,}|[Ãåäçèæ][\u0080-\u00bf\u0152-\u0178]/;
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/;
const placeholder =
  /^(?:(.)\1{3,}|1234567?8?9?0?|0?1[0-9]?(\d)\2{7,}|1380013800\d|测试.{0,4}|test\d*|asdf.*|qwer.*|(?:test|abc|123|aaa)@.*)$/i;
const oddDate = /^(?:0000|1900|1970-0?1-0?1\b|1970\/0?1\/0?1\b|2099|9999)[-/年]/;
const mayBeMark = 14;

/**
 * Why somebody should look at a filled cell, undefined when nothing is odd about it by itself.
 * `"1.38E+10"` -> "exponent"
 */
export function suspicionOf(text: string): CellSuspicion | undefined {
  const missing = text.length <= mayBeMark ? missingCode(text) : undefined;
  if (missing !== undefined) return missing === "N002" ? "formula-error" : "missing-mark";
  if (exponent.test(text)) return "exponent";
  if (digitsLost.test(text)) return "digits-lost";
  if (mojibake.test(text)) return "mojibake";
  if (invisible.test(text)) return "invisible";
  if (placeholder.test(text)) return "placeholder";
  return oddDate.test(text) ? "odd-date" : undefined;
}
