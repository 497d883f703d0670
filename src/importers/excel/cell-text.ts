import { SSF, type CellObject } from "@e965/xlsx";

const secondsPerDay = 86_400;
const errorCodes: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

/**
 * A workbook's cell as text: numbers without an exponent, dates as ISO text, errors by their name.
 * `13800138000` stays `"13800138000"`; serial 45356 with a date format -> `"2024-03-05"`
 */
export function cellText(cell: CellObject | undefined, date1904: boolean): string {
  const value = cell?.v ?? null;
  if (cell === undefined || value === null) return "";
  if (cell.t === "e") return errorText(cell);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace("T", " ");
  return typeof value === "number" ? numberText(value, cell, date1904) : value;
}

function errorText(cell: CellObject): string {
  return cell.w ?? errorCodes[Number(cell.v)] ?? "#ERROR";
}

function numberText(value: number, { z, w }: CellObject, date1904: boolean): string {
  const format = typeof z === "string" ? z : "General";
  if (/^0{2,}$/.test(format)) return w ?? String(value);
  if (format !== "General" && SSF.is_date(format)) return dateText(value, format, w, date1904);
  return plainNumber(value);
}

/** Excel shows 15 digits: 0.1 + 0.2 is 0.3 in the file's own eyes. */
function plainNumber(value: number): string {
  const text = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
  if (!text.includes("e")) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, "");
}

/**
 * A whole number that was longer than a workbook holds: Excel writes zeros after 15 digits, a
 * number beyond 2^53 is rounded by whoever wrote it. `1234567890123456789` -> `...456800`
 */
export function hasLostDigits({ t, v }: CellObject): boolean {
  if (t !== "n" || typeof v !== "number" || !Number.isInteger(v) || Math.abs(v) < 1e15)
    return false;
  return !Number.isSafeInteger(v) || v % 10 === 0;
}

/** Excel's day 60 is the false 1900-02-29; days before it are one later than they count. */
function dateText(
  serial: number,
  format: string,
  shown: string | undefined,
  date1904: boolean,
): string {
  if (/\[[hms]+\]/i.test(format) || serial < 0) return shown ?? plainNumber(serial);
  const seconds = Math.round(serial * secondsPerDay);
  const days = Math.floor(seconds / secondsPerDay);
  const time = new Date((seconds % secondsPerDay) * 1000).toISOString().slice(11, 19);
  if (days === 0 && !date1904) return time;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(epoch + days * secondsPerDay * 1000).toISOString().slice(0, 10);
  return /[hs]|上午|am\/pm/i.test(format) && time !== "00:00:00" ? `${date} ${time}` : date;
}
