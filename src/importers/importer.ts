import type { Finding } from "../model/finding.ts";
import type { ReadOptions } from "../model/source.ts";
import type { FileDigest } from "./decode-file.ts";
import type { Encoding } from "./encoding.ts";
import type { RawTable } from "./raw-row.ts";
import type { Sniffed } from "./sniff.ts";

/** What is known of a file before a format is asked. */
export interface FileToRead {
  readonly path: string;
  readonly sniffed: Sniffed;
  readonly digest: FileDigest;
}

/** A file's tables as its format gives them: every cell a string, no meaning yet. */
export interface RawSource {
  readonly tables: readonly RawTable[];
  /** For text, what it was decoded from; null for workbooks. */
  readonly encoding: Encoding | null;
  readonly findings: readonly Finding[];
  /** Takes away what was unpacked to read the tables. */
  readonly close?: () => Promise<void>;
}

/**
 * The port of a format, or of a family of formats. A new one is a folder of its own and a line in
 * `importers.ts`; header, kinds of rows and counts are the same for all and not its business.
 */
export interface Importer {
  readonly name: string;
  /** Throws an `IMPORT_...` error when the content is not what it seemed to be. */
  open(file: FileToRead, options: ReadOptions): Promise<RawSource>;
}
