import type { CellObject } from "@e965/xlsx";
import { numberFormatOf, plain } from "./number-format.ts";
import { numberText } from "./number-text.ts";

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
 * A cell that SheetJS read as text: numbers without an exponent, dates as ISO text, errors by their
 * name. `13800138000` stays `"13800138000"`; serial 45356 with a date format -> `"2024-03-05"`
 */
export function cellText(cell: CellObject | undefined, date1904: boolean): string {
  const value = cell?.v ?? null;
  if (cell === undefined || value === null) return "";
  if (cell.t === "e") return errorText(cell);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "number") return String(value);
  return numberText(value, typeof cell.z === "string" ? numberFormatOf(cell.z) : plain, date1904);
}

function errorText(cell: CellObject): string {
  return cell.w ?? errorCodes[Number(cell.v)] ?? "#ERROR";
}
