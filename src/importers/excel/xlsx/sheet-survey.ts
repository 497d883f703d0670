import { cellName } from "../cell-name.ts";
import type { VerticalMerge } from "../fill-merges.ts";
import { hasLostDigits } from "../number-text.ts";
import { damagedFile, type Reason } from "../../zip/damaged-file.ts";
import { isBlankText } from "./blank-text.ts";
import { isPlainNumber } from "./plain-number.ts";
import { wholeNumber, type ScannedCell } from "./scanned-cell.ts";
import type { SharedStrings } from "./shared-strings.ts";
import type { SheetSink } from "./sheet-scanner.ts";

/** Cells of one kind: how many, and where the first of them is. */
export interface CellCount {
  readonly count: number;
  readonly first: string;
}

/** What has to be known of a sheet before its first row can be handed on. */
export interface SheetSurvey {
  /** Columns that the rows below `row` have text in. */
  widthBelow(row: number): number;
  /** Rows with text stand in the order of their numbers, each once. */
  readonly isOrdered: boolean;
  readonly merges: readonly VerticalMerge[];
  /** Rows with text that are hidden, by a filter or by hand. */
  readonly hiddenRows: number;
  readonly rowsWithLostDigits: CellCount;
  readonly errors: CellCount;
  /** Formulas whose result was not saved. */
  readonly uncalculated: CellCount;
}

const noCells: CellCount = { count: 0, first: "" };

/** What a row adds to the survey once it is whole. */
interface RowTally {
  width: number;
  isHidden: boolean;
  hasLostDigits: boolean;
  errors: number;
  firstError: number;
  uncalculated: number;
  firstUncalculated: number;
}

const emptyRow: RowTally = {
  width: 0,
  isHidden: false,
  hasLostDigits: false,
  errors: 0,
  firstError: 0,
  uncalculated: 0,
  firstUncalculated: 0,
};

const missingText: Reason = [
  "a cell points to a text that is not in the table of texts",
  "单元格引用的共享字符串不存在",
];

/** The first pass over a sheet: nothing of it is kept but counts, widths and merged areas. */
export class SurveySink implements SheetSink, SheetSurvey {
  isOrdered = true;
  readonly merges: VerticalMerge[] = [];
  hiddenRows = 0;
  rowsWithLostDigits: CellCount = noCells;
  errors: CellCount = noCells;
  uncalculated: CellCount = noCells;
  private readonly strings: SharedStrings;
  private readonly file: string;
  private readonly tally: RowTally = { ...emptyRow };
  private widths: Uint16Array = new Uint16Array(1 << 10);
  private lastRow = 0;

  constructor(strings: SharedStrings, file: string) {
    this.strings = strings;
    this.file = file;
  }

  widthBelow(row: number): number {
    let widest = 0;
    for (let at = row + 1; at <= this.lastRow; at += 1) {
      widest = Math.max(widest, this.widths[at] ?? 0);
    }
    return widest;
  }

  startRow(isHidden: boolean): void {
    Object.assign(this.tally, emptyRow);
    this.tally.isHidden = isHidden;
  }

  cell(cell: ScannedCell): void {
    const { tally } = this;
    if (cell.hasFormula && isUncalculated(cell)) {
      tally.uncalculated += 1;
      if (tally.uncalculated === 1) tally.firstUncalculated = cell.column;
    } else if (this.hasText(cell)) tally.width = Math.max(tally.width, cell.column + 1);
    if (cell.type === "e") {
      tally.errors += 1;
      if (tally.errors === 1) tally.firstError = cell.column;
    }
    if (cell.type === "n" && isLong(cell)) tally.hasLostDigits ||= isCut(cell);
  }

  endRow(row: number): void {
    const { tally } = this;
    this.errors = added(this.errors, tally.errors, cellName(tally.firstError, row));
    const first = cellName(tally.firstUncalculated, row);
    this.uncalculated = added(this.uncalculated, tally.uncalculated, first);
    const lost = tally.hasLostDigits ? 1 : 0;
    this.rowsWithLostDigits = added(this.rowsWithLostDigits, lost, String(row));
    if (tally.width > 0) this.addRow(row, tally);
  }

  merge(area: string): void {
    const merge = verticalMerge(area);
    if (merge !== undefined) this.merges.push(merge);
  }

  private addRow(row: number, { width, isHidden }: RowTally): void {
    this.isOrdered &&= row > this.lastRow;
    this.lastRow = Math.max(this.lastRow, row);
    if (isHidden) this.hiddenRows += 1;
    if (row >= this.widths.length) {
      const { widths } = this;
      this.widths = new Uint16Array(row * 2);
      this.widths.set(widths);
    }
    this.widths[row] = Math.max(width, this.widths[row] ?? 0);
  }

  private hasText(cell: ScannedCell): boolean {
    if (cell.text !== undefined) return cell.text.trim() !== "";
    if (cell.type !== "s") return !isBlankText(cell.bytes, cell.from, cell.to);
    if (cell.from === cell.to) return false;
    const id = wholeNumber(cell.bytes, cell.from, cell.to);
    if (id >= this.strings.count) throw damagedFile(this.file, missingText);
    return !this.strings.isBlank(id);
  }
}

function added(known: CellCount, count: number, first: string): CellCount {
  if (count === 0) return known;
  return { count: known.count + count, first: known.count === 0 ? first : known.first };
}

/** A formula that nobody calculated has no value; one whose result is an empty text says so. */
function isUncalculated({ type, text, from, to }: ScannedCell): boolean {
  return type === "n" && text === undefined && from === to;
}

/** More letters than a number has that was kept whole. */
function isLong({ from, to }: ScannedCell): boolean {
  return to - from > 15;
}

/** Digits that all stand there are lost when the last is the zero that Excel puts. */
function isCut({ bytes, from, to }: ScannedCell): boolean {
  if (isPlainNumber(bytes, from, to)) return bytes[to - 1] === 48;
  return hasLostDigits(Number(bytes.toString("latin1", from, to)));
}

/** `A2:A5` -> column 0, rows 2 to 5; areas of several columns or of one row say nothing for each row. */
function verticalMerge(area: string): VerticalMerge | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,8}):\$?([A-Z]{1,3})\$?(\d{1,8})$/i.exec(area.trim());
  const [, left = "", top = "", right = "", bottom = ""] = found ?? [];
  if (left === "" || left.toUpperCase() !== right.toUpperCase()) return undefined;
  const [from, to] = [Number(top), Number(bottom)];
  return to > from ? { column: columnNumber(left), from, to } : undefined;
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
