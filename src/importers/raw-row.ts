import type { Finding } from "../model/finding.ts";
import type { EncodedCells } from "../model/source.ts";

/** One physical row as a format's reader hands it on, before anybody knows what it means. */
export interface RawRow {
  /** 1-based, as Excel counts. */
  readonly row: number;
  readonly cells: readonly string[];
  /** The cells as bytes, where the reader has not decoded them yet. */
  readonly encoded?: EncodedCells;
  /** The same row with blank cells up to so many columns, where that costs less than decoding. */
  readonly widened?: (columns: number) => RawRow;
  /** Text files: the row as it stands in the file, for whoever has to look at it. */
  readonly text?: string;
  /** The reader could not read the row for certain: it is quarantined with its text. */
  readonly broken?: Finding;
}

/** What a format's reader knows of one table. */
export interface RawTable {
  readonly sheet: string | null;
  /** Where the header stands, for formats that say so; else it is searched for. */
  readonly headerRow?: number;
  /** In file order; may be walked once. */
  readonly rows: AsyncIterable<readonly RawRow[]>;
  /** Text files: a row with other than the header's number of cells is quarantined, never shifted. */
  readonly strictWidth: boolean;
  /** Where the whole table is at hand: how many columns the rows below `row` have text in. */
  readonly widthBelow?: (row: number) => number;
  readonly findings: readonly Finding[];
}
