import type Database from "better-sqlite3";
import type { RowCounts, SourceFile, TableBatch } from "../model/source.ts";
import { CellsEncoder } from "./cells-encoder.ts";
import { IdentityHashes, type IdentityNumber } from "./identity-hashes.ts";
import type { Workspace } from "./open-workspace.ts";

export { startRun } from "./runs.ts";
export { inTransaction } from "./transaction.ts";

/** What the workspace keeps of a table it took in. */
export interface StoredSource {
  readonly file: SourceFile;
  readonly sheet: string | null;
  readonly columns: readonly string[];
  readonly headerRow: number;
  readonly preamble: readonly string[];
  /** Hash of the mapping it was taken in for. */
  readonly mapping: string;
  readonly system: string;
  readonly exportedAt: string;
  readonly run: number;
}

/**
 * From now on this content stands for the file, the same sheet under the same path: rows of its other
 * contents are kept and no longer read. Returns how many those are that were read before.
 */
export function replaceOtherContents(
  { database }: Workspace,
  { file: { path, sha256 }, sheet, run }: Pick<StoredSource, "file" | "sheet" | "run">,
): number {
  const others = "path = ? AND ifnull(sheet, '') = ifnull(?, '') AND sha256 <> ?";
  const open = `${others} AND replaced_in IS NULL`;
  const rows = database
    .prepare(
      `SELECT count(*) FROM source_row JOIN source_file ON source_file.id = file WHERE ${open}`,
    )
    .pluck()
    .get(path, sheet, sha256);
  const update = database.prepare(`UPDATE source_file SET replaced_in = ? WHERE ${open}`);
  update.run(run, path, sheet, sha256);
  return Number(rows);
}

/** A content that was replaced and comes again is read again. */
export function readAgain(
  { database }: Workspace,
  { file: { sha256 }, sheet }: Pick<StoredSource, "file" | "sheet">,
): void {
  const update = database.prepare(
    "UPDATE source_file SET replaced_in = NULL WHERE sha256 = ? AND ifnull(sheet, '') = ifnull(?, '')",
  );
  update.run(sha256, sheet);
}

/** A source that is being written; its counts come last. */
export interface SourceWriter {
  /** `identities`: the numbers that were masked in these rows. */
  add(batch: TableBatch, identities?: readonly IdentityNumber[]): void;
  finish(counts: RowCounts): void;
}

/** Is this content with this mapping in the workspace already? Then importing it changes nothing. */
export function hasSource(
  workspace: Workspace,
  sha256: string,
  sheet: string | null,
  mapping: string,
): boolean {
  const find = workspace.database.prepare(
    "SELECT 1 FROM source_file WHERE sha256 = ? AND ifnull(sheet, '') = ifnull(?, '') AND mapping = ?",
  );
  return find.get(sha256, sheet, mapping) !== undefined;
}

/** Writes a source and its rows; call inside `inTransaction`. */
export function writeSource(workspace: Workspace, source: StoredSource): SourceWriter {
  const { database } = workspace;
  const id = insertFile(database, source);
  // JSON text that is still bytes is stored as the text it is.
  const row = database.prepare(
    "INSERT INTO source_row (file, row, cells) VALUES (?, ?, CAST(? AS TEXT))",
  );
  const encoder = new CellsEncoder();
  const aside = database.prepare(
    "INSERT INTO quarantined_row (file, row, code, detail, text) VALUES (?, ?, ?, ?, ?)",
  );
  const hashes = new IdentityHashes(workspace);
  const count = (table: string): unknown =>
    database.prepare(`SELECT count(*) FROM ${table} WHERE file = ?`).pluck().get(id);
  return {
    add(batch, identities = []) {
      for (const each of batch.rows) row.run(id, each.row, encoder.encode(each));
      for (const { row: number, text, finding } of batch.quarantined) {
        aside.run(id, number, finding.code, finding.detail ?? "", text);
      }
      for (const each of identities) hashes.add(id, each);
    },
    finish(counts) {
      const update = database.prepare("UPDATE source_file SET counts = ? WHERE id = ?");
      update.run(JSON.stringify(counts), id);
      assertStored(count("source_row"), counts.data);
      assertStored(count("quarantined_row"), counts.quarantined);
    },
  };
}

function insertFile(database: Database.Database, source: StoredSource): number | bigint {
  const { file, columns, preamble, ...rest } = source;
  const insert = database.prepare(
    `INSERT INTO source_file (sha256, path, name, bytes, format, encoding, sheet, columns, header_row,
       preamble, mapping, system, exported_at, counts, run)
     VALUES (@sha256, @path, @name, @bytes, @format, @encoding, @sheet, @columns, @headerRow,
       @preamble, @mapping, @system, @exportedAt, '{}', @run)`,
  );
  const texts = { columns: JSON.stringify(columns), preamble: JSON.stringify(preamble) };
  return insert.run({ ...file, ...rest, ...texts }).lastInsertRowid;
}

/** `contracts.md` 5: what was read stands in the workspace, counted there and not in memory. */
function assertStored(found: unknown, expected: number): void {
  if (found !== expected) throw new Error(`${String(found)} rows stored, ${expected} read`);
}

/** A source as it stands in the workspace, with the counts that its rows add up to. */
export interface ImportedSource extends StoredSource {
  readonly id: number;
  readonly counts: RowCounts;
  /** Another content of the file stands in its place. */
  readonly isReplaced: boolean;
}

/** Every table that was taken in, in the order of the imports. */
export function listSources({ reader }: Workspace): ImportedSource[] {
  const rows = reader.prepare<[], SourceFileRow>("SELECT * FROM source_file ORDER BY id").all();
  return rows.map(sourceOf);
}

/** A row of `source_file` as `insertFile` and `finish` wrote it. */
interface SourceFileRow {
  readonly id: number;
  readonly sha256: string;
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly format: string;
  readonly encoding: string | null;
  readonly sheet: string | null;
  readonly columns: string;
  readonly header_row: number;
  readonly preamble: string;
  readonly mapping: string;
  readonly system: string;
  readonly exported_at: string;
  readonly counts: string;
  readonly run: number;
  readonly replaced_in: number | null;
}

function sourceOf(row: SourceFileRow): ImportedSource {
  const { id, sha256, path, name, bytes, format, encoding, sheet, mapping, system, run } = row;
  return {
    id,
    file: { path, name, bytes, sha256, format, encoding },
    sheet,
    // The three texts are what `insertFile` and `finish` serialized.
    columns: JSON.parse(row.columns) as string[],
    headerRow: row.header_row,
    preamble: JSON.parse(row.preamble) as string[],
    mapping,
    system,
    exportedAt: row.exported_at,
    run,
    counts: JSON.parse(row.counts) as RowCounts,
    isReplaced: row.replaced_in !== null,
  };
}
