import type { EncodedCells } from "../../../model/source.ts";
import { mostJsonBytes, writeJsonByte } from "../../json-escape.ts";
import { mayHoldIdentity } from "../../identity-digits.ts";
import type { RawRow } from "../../raw-row.ts";
import type { RowBlock } from "./row-block.ts";

/** A row of a block: its cells become strings when somebody asks for them. */
export class SheetRow implements RawRow, EncodedCells {
  readonly row: number;
  readonly width: number;
  private readonly block: RowBlock;
  /** Where the row stands among those of the block. */
  private readonly index: number;
  private readonly firstCell: number;
  /** Cells behind these are blank. */
  private readonly stored: number;
  private decoded: readonly string[] | undefined;

  constructor(block: RowBlock, index: number, width: number = block.widthOf(index)) {
    this.block = block;
    this.index = index;
    this.width = width;
    this.row = block.rowNumber(index);
    this.firstCell = block.firstCellOf(index);
    this.stored = Math.min(width, block.widthOf(index));
  }

  get cells(): readonly string[] {
    return (this.decoded ??= Array.from({ length: this.width }, (_, at) => this.cellAt(at)));
  }

  get encoded(): EncodedCells {
    return this;
  }

  widened(columns: number): SheetRow {
    return new SheetRow(this.block, this.index, columns);
  }

  cellAt(at: number): string {
    if (at >= this.stored) return "";
    const { bytes, cells, strings } = this.block;
    const place = (this.firstCell + at) * 2;
    const [start = 0, end = 0] = [cells[place], cells[place + 1]];
    if (start < 0) return strings.text(-1 - start);
    return start === end ? "" : bytes.toString("utf8", start, end);
  }

  get mostBytes(): number {
    const { cells, strings } = this.block;
    let bytes = 0;
    for (let at = this.firstCell; at < this.firstCell + this.stored; at += 1) {
      const start = cells[at * 2] ?? 0;
      bytes += start < 0 ? strings.lengthOf(-1 - start) : (cells[at * 2 + 1] ?? 0) - start;
    }
    return bytes * mostJsonBytes;
  }

  writeJson(at: number, target: Uint8Array, offset: number): number {
    if (at >= this.stored) return offset;
    const { bytes, cells, strings } = this.block;
    const place = (this.firstCell + at) * 2;
    const [start = 0, end = 0] = [cells[place], cells[place + 1]];
    if (start < 0) return strings.writeJson(-1 - start, target, offset);
    let to = offset;
    for (let from = start; from < end; from += 1) to = writeJsonByte(bytes[from] ?? 0, target, to);
    return to;
  }

  mayHoldIdentity(): boolean {
    const { bytes, cells, strings } = this.block;
    for (let at = this.firstCell; at < this.firstCell + this.stored; at += 1) {
      const [start = 0, end = 0] = [cells[at * 2], cells[at * 2 + 1]];
      const isLong =
        start < 0 ? strings.mayHoldIdentity(-1 - start) : mayHoldIdentity(bytes, start, end);
      if (isLong) return true;
    }
    return false;
  }
}
