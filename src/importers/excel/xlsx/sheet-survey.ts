import { cellName } from "../cell-name.ts";
import type { VerticalMerge } from "../fill-merges.ts";
import { hasLostDigits } from "../number-text.ts";
import { verticalMerge } from "./merged-area.ts";
import type { ScannedCell } from "./scanned-cell.ts";

/** Cells or rows of one kind: how many, and where the first of them is. */
export interface CellCount {
  readonly count: number;
  readonly first: string;
}

const noCells: CellCount = { count: 0, first: "" };

/** Cells of one kind in the row that is being scanned. */
class RowCount {
  count = 0;
  private column = 0;

  add(column: number): void {
    if (this.count === 0) this.column = column;
    this.count += 1;
  }

  addTo(known: CellCount, row: number): CellCount {
    if (this.count === 0) return known;
    const first = known.count === 0 ? cellName(this.column, row) : known.first;
    return { count: known.count + this.count, first };
  }
}

/**
 * What has to be known of a sheet before its first row can be handed on: nothing of the sheet is kept
 * but counts, widths and merged areas.
 */
export class SheetSurvey {
  /** Rows with text stand in the order of their numbers, each once. */
  isOrdered = true;
  readonly merges: VerticalMerge[] = [];
  /** Rows with text that are hidden, by a filter or by hand. */
  hiddenRows = 0;
  /** Rows with numbers that were longer than Excel keeps them. */
  lostDigits: CellCount = noCells;
  errors: CellCount = noCells;
  /** Formulas whose result was not saved. */
  uncalculated: CellCount = noCells;
  private readonly inRow = {
    hasLostDigits: false,
    errors: new RowCount(),
    uncalculated: new RowCount(),
  };
  private isHidden = false;
  private widths: Uint16Array = new Uint16Array(1 << 10);
  private lastRow = 0;

  /** Columns that the rows below `row` have text in. */
  widthBelow(row: number): number {
    let widest = 0;
    for (let at = row + 1; at <= this.lastRow; at += 1) {
      widest = Math.max(widest, this.widths[at] ?? 0);
    }
    return widest;
  }

  /** What was seen of a row that did not become whole is forgotten. */
  startRow(isHidden: boolean): void {
    this.isHidden = isHidden;
    this.inRow.hasLostDigits = false;
    this.inRow.errors.count = 0;
    this.inRow.uncalculated.count = 0;
  }

  cell(cell: ScannedCell): void {
    const { type, column } = cell;
    if (type === "e") this.inRow.errors.add(column);
    if (type !== "n") return;
    if (cell.hasFormula && isUncalculated(cell)) this.inRow.uncalculated.add(column);
    else if (cell.to - cell.from > 15 && isCut(cell)) this.inRow.hasLostDigits = true;
  }

  /** `width` is the number of columns of the row with text. */
  endRow(row: number, width: number): void {
    const { inRow } = this;
    this.errors = inRow.errors.addTo(this.errors, row);
    this.uncalculated = inRow.uncalculated.addTo(this.uncalculated, row);
    if (inRow.hasLostDigits) this.lostDigits = oneMore(this.lostDigits, row);
    if (width > 0) this.addRow(row, width);
  }

  merge(area: string): void {
    const merge = verticalMerge(area);
    if (merge !== undefined) this.merges.push(merge);
  }

  private addRow(row: number, width: number): void {
    this.isOrdered &&= row > this.lastRow;
    this.lastRow = Math.max(this.lastRow, row);
    if (this.isHidden) this.hiddenRows += 1;
    if (row >= this.widths.length) {
      const { widths } = this;
      this.widths = new Uint16Array(row * 2);
      this.widths.set(widths);
    }
    this.widths[row] = Math.max(width, this.widths[row] ?? 0);
  }
}

function oneMore({ count, first }: CellCount, row: number): CellCount {
  return { count: count + 1, first: count === 0 ? String(row) : first };
}

/** A formula that nobody calculated has no value; one whose result is an empty text says so. */
function isUncalculated({ text, from, to }: ScannedCell): boolean {
  return text === undefined && from === to;
}

/**
 * Was a number cut that has more letters than one that is kept whole? A fraction was not; whole digits
 * that all stand there were when the last is the zero that Excel puts.
 */
function isCut({ bytes, from, to }: ScannedCell): boolean {
  const [point, capitalE, smallE, zero] = [46, 69, 101, 48];
  let isFraction = false;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === point) isFraction = true;
    if (byte === capitalE || byte === smallE)
      return hasLostDigits(Number(bytes.toString("latin1", from, to)));
  }
  return !isFraction && bytes[to - 1] === zero;
}
