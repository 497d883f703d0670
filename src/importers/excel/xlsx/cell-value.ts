import { isoCellText } from "../date-text.ts";
import type { NumberFormat } from "../number-format.ts";
import { numberText } from "../number-text.ts";
import { formatOf, type CellFormats } from "./cell-formats.ts";
import { cellTextOf } from "./markup-text.ts";
import { isPlainNumber, shortNumber } from "./plain-number.ts";
import type { ScannedCell } from "./scanned-cell.ts";
import { needsWork, type SharedStrings } from "./shared-strings.ts";

/** What a workbook says for all of its cells. */
export interface CellContext {
  readonly strings: SharedStrings;
  readonly formats: CellFormats;
  readonly date1904: boolean;
}

/** Are the bytes of a number its text? */
export function isPlainNumberCell(
  { style, bytes, from, to }: ScannedCell,
  { formats }: CellContext,
): boolean {
  return formatOf(formats, style).kind === "number" && isPlainNumber(bytes, from, to);
}

/**
 * The text of a cell that has its value within it, by the rules of `number-text.ts`: numbers whole,
 * dates by ISO 8601, errors by their name. A cell without a value is `""`.
 */
export function cellValue(cell: ScannedCell, context: CellContext): string {
  switch (cell.type) {
    case "n":
      return numericText(cell, context);
    case "b":
      return truthText(cell);
    case "d":
      return isoCellText(textIn(cell), showsTime(formatOf(context.formats, cell.style)));
    default:
      return textIn(cell);
  }
}

function textIn({ text, bytes, from, to }: ScannedCell): string {
  if (text !== undefined) return text;
  const raw = bytes.toString("utf8", from, to);
  return needsWork(bytes, from, to) ? cellTextOf(raw) : raw;
}

function truthText(cell: ScannedCell): string {
  const text = textIn(cell).trim();
  if (text === "") return "";
  return text === "1" || text.toLowerCase() === "true" ? "TRUE" : "FALSE";
}

function showsTime(format: NumberFormat): boolean {
  return format.kind !== "date" || format.hasTime;
}

function numericText(cell: ScannedCell, { formats, date1904 }: CellContext): string {
  const value = numberIn(cell);
  // `NaN` and the like are what careless programs write; the text is kept for whoever looks.
  if (!Number.isFinite(value)) return textIn(cell).trim();
  return numberText(value, formatOf(formats, cell.style), date1904);
}

function numberIn({ text, bytes, from, to }: ScannedCell): number {
  const short = text === undefined ? shortNumber(bytes, from, to) : Number.NaN;
  if (!Number.isNaN(short)) return short;
  const long = (text ?? bytes.toString("latin1", from, to)).trim();
  return long === "" ? Number.NaN : Number(long);
}
