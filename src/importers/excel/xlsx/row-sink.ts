import { damagedFile, type Reason } from "../../zip/damaged-file.ts";
import { cellValue, isPlainNumberCell, type CellContext } from "./cell-value.ts";
import { RowBlock } from "./row-block.ts";
import { sharedId, type ScannedCell } from "./scanned-cell.ts";
import type { SheetSink } from "./sheet-scanner.ts";

const missingText: Reason = [
  "a cell points to a text that is not in the table of texts",
  "单元格引用的共享字符串不存在",
];

/** Packs the rows of a sheet. */
export class RowSink implements SheetSink {
  private readonly context: CellContext;
  private readonly file: string;
  private readonly block: RowBlock;

  constructor(context: CellContext, file: string) {
    this.context = context;
    this.file = file;
    this.block = new RowBlock(context.strings);
  }

  /** Are the rows enough to be taken? */
  get isFull(): boolean {
    return this.block.isFull;
  }

  /** The rows with text that are whole since the last call. */
  take(): RowBlock {
    return this.block.takeRows();
  }

  startRow(): void {
    this.block.startRow();
  }

  cell(cell: ScannedCell): void {
    if (cell.type === "s") this.putShared(cell);
    else if (!this.putAsItStands(cell))
      this.block.putText(cell.column, cellValue(cell, this.context));
  }

  /** Columns of the row with text. */
  endRow(row: number): number {
    return this.block.endRow(row);
  }

  merge(): void {
    // Rows alone do not tell.
  }

  /** False when the bytes of the value are not its text. */
  private putAsItStands(cell: ScannedCell): boolean {
    const { type, column, bytes, from, to } = cell;
    if (cell.text !== undefined || from < 0) return false;
    if (type === "str" || type === "inlineStr" || type === "e")
      return this.block.putPlainMarkup(column, bytes, from, to);
    if (type !== "n" || !isPlainNumberCell(cell, this.context)) return false;
    this.block.putBytes(column, bytes, from, to);
    return true;
  }

  private putShared(cell: ScannedCell): void {
    if (cell.text === undefined && cell.from === cell.to) return;
    const id = sharedId(cell);
    if (id < 0 || id >= this.context.strings.count) throw damagedFile(this.file, missingText);
    this.block.putShared(cell.column, id);
  }
}
