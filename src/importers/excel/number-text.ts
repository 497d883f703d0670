import { dateText } from "./date-text.ts";
import { elapsedText } from "./elapsed-text.ts";
import type { NumberFormat } from "./number-format.ts";

/**
 * A number of a workbook as text: without an exponent, a date as ISO text, zeros in front where the
 * format puts them. `13800138000` -> `"13800138000"`; 45356 as a date -> `"2024-03-05"`; 7 with `000` -> `"007"`
 */
export function numberText(value: number, format: NumberFormat, date1904: boolean): string {
  return shownText(value, format, date1904) ?? plainNumber(value);
}

function shownText(value: number, format: NumberFormat, date1904: boolean): string | undefined {
  if (format.kind === "date") return dateText(value, format, date1904);
  if (format.kind === "digits") return withZeros(value, format.width);
  return format.kind === "elapsed" && value >= 0 ? elapsedText(value, format.code) : undefined;
}

function withZeros(value: number, width: number): string {
  const digits = plainNumber(Math.round(Math.abs(value))).padStart(width, "0");
  return value < 0 ? `-${digits}` : digits;
}

/** Excel shows 15 digits: 0.1 + 0.2 is 0.3 in the file's own eyes. */
export function plainNumber(value: number): string {
  const text = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
  if (!text.includes("e")) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : withoutExponent(text);
}

/** `"1.5e-7"` -> `"0.00000015"` */
function withoutExponent(text: string): string {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const sign = text.startsWith("-") ? "-" : "";
  return `${sign}0.${"0".repeat(-Number(exponent) - whole.length)}${whole}${fraction}`;
}

/**
 * A whole number that was longer than a workbook holds: Excel writes zeros after 15 digits, a
 * number beyond 2^53 is rounded by whoever wrote it. `1234567890123456789` -> `...456800`
 */
export function hasLostDigits(value: number): boolean {
  if (!Number.isInteger(value) || Math.abs(value) < 1e15) return false;
  return !Number.isSafeInteger(value) || value % 10 === 0;
}
