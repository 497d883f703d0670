import { damagedFile, type Reason } from "../../zip/damaged-file.ts";
import { cellValue, isAsItStands, type CellContext } from "./cell-value.ts";
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
  private block: RowBlock;

  constructor(context: CellContext, file: string) {
    this.context = context;
    this.file = file;
    this.block = new RowBlock(context.strings, false);
  }

  /** Are the rows enough to be taken? */
  get isFull(): boolean {
    return this.block.isFull;
  }

  /** The rows with text that are whole since the last call. */
  take(): RowBlock {
    const { block } = this;
    this.block = new RowBlock(this.context.strings, block.isFull);
    return block;
  }

  startRow(): void {
    this.block.startRow();
  }

  cell(cell: ScannedCell): void {
    const { column, bytes, from, to } = cell;
    if (cell.type === "s") this.putShared(cell);
    else if (isAsItStands(cell, this.context)) this.block.putBytes(column, bytes, from, to);
    else this.block.putText(column, cellValue(cell, this.context));
  }

  /** Columns of the row with text. */
  endRow(row: number): number {
    return this.block.endRow(row);
  }

  merge(): void {
    // Rows alone do not tell.
  }

  private putShared(cell: ScannedCell): void {
    if (cell.text === undefined && cell.from === cell.to) return;
    const id = sharedId(cell);
    if (id < 0 || id >= this.context.strings.count) throw damagedFile(this.file, missingText);
    this.block.putShared(cell.column, id);
  }
}
