import { cellValue, type CellContext } from "./cell-value.ts";
import type { ScannedCell } from "./scanned-cell.ts";
import type { SheetSink } from "./sheet-scanner.ts";

/** A row with text, its cells up to the last one that has some. */
export interface TextRow {
  readonly row: number;
  readonly cells: string[];
}

/** The second pass over a sheet: rows of text. Rows without any are left out. */
export class RowSink implements SheetSink {
  private readonly context: CellContext;
  private cells: string[] = [];
  private rows: TextRow[] = [];

  constructor(context: CellContext) {
    this.context = context;
  }

  /** The rows that are whole since the last call. */
  take(): TextRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  startRow(): void {
    this.cells = [];
  }

  cell(cell: ScannedCell): void {
    const text = cellValue(cell, this.context);
    const { cells } = this;
    const { column } = cell;
    if (column < cells.length) cells[column] = text;
    else {
      while (cells.length < column) cells.push("");
      cells.push(text);
    }
  }

  endRow(row: number): void {
    const { cells } = this;
    while (cells.length > 0 && (cells.at(-1) ?? "").trim() === "") cells.pop();
    if (cells.length > 0) this.rows.push({ row, cells });
  }

  merge(): void {
    // The survey knows them already.
  }
}
