import type { EncodedCells } from "../../model/source.ts";
import { isPlainInJson, mostJsonBytes, writeEscaped } from "../json-escape.ts";
import { mayHoldIdentity } from "../identity-digits.ts";
import type { RawRow } from "../raw-row.ts";
import { marks, type ScannedBlock } from "./scanned-block.ts";

const quote = 0x22;

/** A regular record of a block as a row: its cells become strings when somebody asks for them. */
export class ScannedRow implements RawRow, EncodedCells {
  readonly row: number;
  private readonly block: ScannedBlock;
  /** Where the record stands among the records of the block. */
  private readonly at: number;
  private readonly delimiter: string;
  private decoded: readonly string[] | undefined;

  constructor(block: ScannedBlock, index: number, row: number, delimiter: string) {
    this.block = block;
    this.at = index * 4;
    this.row = row;
    this.delimiter = delimiter;
  }

  get cells(): readonly string[] {
    return (this.decoded ??= this.decode());
  }

  /** The row as it stands in the file. */
  get text(): string {
    const { bytes, records } = this.block;
    return bytes.toString("utf8", records[this.at], records[this.at + 1]);
  }

  get encoded(): EncodedCells {
    return this;
  }

  get width(): number {
    const { records } = this.block;
    return (records[this.at + 6] ?? 0) - (records[this.at + 2] ?? 0);
  }

  get mostBytes(): number {
    const { records } = this.block;
    return ((records[this.at + 1] ?? 0) - (records[this.at] ?? 0)) * mostJsonBytes;
  }

  cellAt(index: number): string {
    const start = this.bound(index, 0);
    const end = this.bound(index, 1);
    if (start === end) return "";
    const text = this.block.bytes.toString("utf8", start, end);
    return this.isMarked(marks.doubled) && this.isQuoted(start) ? text.replaceAll('""', '"') : text;
  }

  writeJson(index: number, target: Uint8Array, offset: number): number {
    const { bytes } = this.block;
    const start = this.bound(index, 0);
    const end = this.bound(index, 1);
    let to = offset;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (isPlainInJson(byte)) target[to++] = byte;
      else {
        to = writeEscaped(byte, target, to);
        // Inside quotes each quote is doubled.
        if (byte === quote && this.isQuoted(start)) at += 1;
      }
    }
    return to;
  }

  mayHoldIdentity(): boolean {
    const { bytes, records } = this.block;
    return mayHoldIdentity(bytes, records[this.at] ?? 0, records[this.at + 1] ?? 0);
  }

  /** Where a cell starts (side 0) or ends (side 1). */
  private bound(index: number, side: 0 | 1): number {
    const { cells, records } = this.block;
    return cells[((records[this.at + 2] ?? 0) + index) * 2 + side] ?? 0;
  }

  private decode(): string[] {
    if (!this.isMarked(marks.trimmed)) return this.text.split(this.delimiter);
    return Array.from({ length: this.width }, (_, index) => this.cellAt(index));
  }

  private isMarked(mark: number): boolean {
    return ((this.block.records[this.at + 3] ?? 0) & mark) > 0;
  }

  /** The cell that begins at `start` stands in quotes. */
  private isQuoted(start: number): boolean {
    const { bytes, records } = this.block;
    return start > (records[this.at] ?? 0) && bytes[start - 1] === quote;
  }
}
