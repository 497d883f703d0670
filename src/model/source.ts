import type { Finding } from "./finding.ts";

/** A file that was read; the content hash is its identity. */
export interface SourceFile {
  /** As the user typed it. */
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** What the content is, whatever the extension says: "csv", "xlsx", "xls", "ods" ... */
  readonly format: string;
  /** For text: "utf-8", "gb18030" ...; null for workbooks. */
  readonly encoding: string | null;
}

/** Why a physical row with text in it is not a record. */
export type NonDataKind = "title" | "header" | "footer" | "sample" | "blank";

/** One data row of a table. Every cell is a string; `cells[i]` belongs to `columns[i]`. */
export interface TableRow {
  /** 1-based, as Excel counts. */
  readonly row: number;
  readonly cells: readonly string[];
  /** The same cells, where the reader has them cheaper as bytes than as strings. */
  readonly encoded?: EncodedCells;
}

/** The cells of a row that nobody has decoded yet. */
export interface EncodedCells {
  readonly width: number;
  cellAt(at: number): string;
  /** Room that the JSON text of all cells together needs at most. */
  readonly mostBytes: number;
  /** Writes cell `at` as JSON string content in UTF-8, without the quotes; returns where it ends. */
  writeJson(at: number, target: Uint8Array, offset: number): number;
  /** Could a cell hold the identity number of a person? `false` is certain. */
  mayHoldIdentity(): boolean;
}

export interface QuarantinedRow {
  readonly row: number;
  readonly text: string;
  readonly finding: Finding;
}

/** `read = sum of nonData + quarantined + data`, asserted by the reader. */
export interface RowCounts {
  readonly read: number;
  readonly data: number;
  readonly quarantined: number;
  readonly nonData: Readonly<Record<NonDataKind, number>>;
}

export interface TableBatch {
  readonly rows: readonly TableRow[];
  readonly quarantined: readonly QuarantinedRow[];
}

/** One table: the whole of a CSV file, or one sheet of a workbook. */
export interface SourceTable {
  /** Sheet name, null for text files. */
  readonly sheet: string | null;
  /** Headings after joining the header rows; unique, never empty ("列3" for a blank one). */
  readonly columns: readonly string[];
  /** Row of the (last) header row, 0 when the file has none. */
  readonly headerRow: number;
  /** Rows above the header: titles, export dates, notes. */
  readonly preamble: readonly string[];
  readonly findings: readonly Finding[];
  /** Streams the data rows in file order. May be called once. */
  batches(): AsyncIterable<TableBatch>;
  /** Complete only after `batches()` has ended. */
  counts(): RowCounts;
}

export interface OpenedSource {
  readonly file: SourceFile;
  readonly tables: readonly SourceTable[];
  /** Hidden sheets that were skipped, guesses that were made, and so on. */
  readonly findings: readonly Finding[];
  close(): Promise<void>;
}

export interface ReadOptions {
  readonly sheet?: string | undefined;
  readonly encoding?: string | undefined;
  /** 1-based; overrides the search for the header row. 0: the table has no header. */
  readonly headerRow?: number | undefined;
  /** Columns of the first part of an export: a later part may come without a header of its own. */
  readonly continues?: readonly string[] | undefined;
}
