import { IntList } from "./int-list.ts";

/** Bytes of text that were cut into records and cells. */
export interface ScannedBlock {
  /** UTF-8. */
  readonly bytes: Buffer;
  readonly count: number;
  /** Four integers a record: its start, its end without the line break, its first cell, its marks. */
  readonly records: Int32Array;
  /** Start and end of each cell, without quotes and without what Excel and front ends put around. */
  readonly cells: Int32Array;
  /** How many bytes are whole records; the rest wants to be fed again, with more behind it. */
  readonly used: number;
}

/** What is special about a record; the marks add up. */
export const marks = {
  /** A cell is less than what stands between its delimiters: quotes or guards were left out. */
  trimmed: 1,
  /** A quoted cell holds doubled quotes. */
  doubled: 2,
  /** Quotes stand where RFC 4180 has none: another reader must say what the cells are. */
  irregular: 4,
  /** The quotes do not close: the record ends at its first line break. */
  broken: 8,
  /** No line break comes for very long: only the beginning is here. */
  endless: 16,
} as const;

/** Gathers a block while it is scanned. */
export class BlockBuilder {
  readonly cells: IntList;
  private readonly records = new IntList(1 << 10);
  private readonly bytes: Buffer;

  /** `likely`: how many integers the cells will take, as the block before took them. */
  constructor(bytes: Buffer, likely: number) {
    this.bytes = bytes;
    this.cells = new IntList(Math.max(1 << 10, likely));
  }

  addRecord(start: number, end: number, firstCell: number, marked: number): void {
    this.records.push(start, end);
    this.records.push(firstCell >> 1, marked);
  }

  finish(used: number): ScannedBlock {
    const count = this.records.length >> 2;
    // Behind the last record stands where its cells end.
    this.addRecord(used, used, this.cells.length, 0);
    return {
      bytes: this.bytes,
      count,
      records: this.records.values,
      cells: this.cells.values,
      used,
    };
  }
}
