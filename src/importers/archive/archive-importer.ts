import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { GoldpanError } from "../../errors.ts";
import type { Finding } from "../../model/finding.ts";
import type { ReadOptions } from "../../model/source.ts";
import { digestFile } from "../decode-file.ts";
import type { Importer, RawSource } from "../importer.ts";
import type { RawTable } from "../raw-row.ts";
import { sniff, type Sniffed } from "../sniff.ts";
import { readZipDirectory } from "../zip/zip-directory.ts";
import type { ZipEntry } from "../zip/zip-entry.ts";
import { filesOfArchive } from "./files-of-archive.ts";
import { unpackEntry } from "./unpack-entry.ts";

/** The importer of a file inside the archive. */
type ImporterFor = (sniffed: Sniffed) => Promise<Importer | undefined>;

/**
 * A zip of exports: each file in it is opened by what it is, its tables are named `FILE` or
 * `FILE/SHEET` and chosen by that name. Files are unpacked one by one into a folder of their own,
 * which goes when the source is closed; nothing is ever written by a name from the archive.
 */
export function archiveImporter(importerFor: ImporterFor): Importer {
  return {
    name: "archive",
    open: (file, options) => openArchive(file.path, options, { importerFor, depth: 1 }),
  };
}

interface Opener {
  readonly importerFor: ImporterFor;
  /** 1 for the archive that was named, one more for each that lies within another. */
  readonly depth: number;
}

/** An archive in an archive is a parcel of exports; what lies deeper is a trap, or no business of ours. */
const deepest = 2;

async function openArchive(path: string, options: ReadOptions, opener: Opener): Promise<RawSource> {
  const { entries, isRebuilt } = await readZipDirectory(path);
  const files = filesOfArchive(path, entries);
  // That of an archive within goes with the one around it.
  const around = opener.depth === 1 ? tmpdir() : dirname(path);
  const folder = await mkdtemp(join(around, "goldpan-archive-"));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const opened = await openFiles({ path, folder, files, opener }, options);
    const rebuilt: Finding[] = isRebuilt ? [{ code: "I134", severity: "warning" }] : [];
    return { ...opened, findings: [...rebuilt, ...opened.findings], close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Unpacking {
  readonly path: string;
  readonly folder: string;
  readonly files: readonly ZipEntry[];
  readonly opener: Opener;
}

/** What could be opened; what could not is a finding, unless nothing could. */
async function openFiles(archive: Unpacking, options: ReadOptions): Promise<RawSource> {
  const tables: RawTable[] = [];
  const findings: Finding[] = [];
  const encodings = new Set<RawSource["encoding"]>();
  let refusal: GoldpanError | undefined;
  for (const [at, entry] of archive.files.entries()) {
    const opened = await openFile(archive, entry, { at, options });
    if (opened instanceof GoldpanError) {
      refusal ??= opened;
      findings.push({ code: "I111", severity: "warning", value: entry.name, detail: opened.code });
    } else {
      tables.push(...opened.tables);
      findings.push(...opened.findings.map((each) => inFile(each, entry.name)));
      encodings.add(opened.encoding);
    }
  }
  if (tables.length === 0 && refusal !== undefined) throw refusal;
  const [encoding = null, ...others] = encodings;
  return {
    tables: chooseTables(tables, options, archive.path),
    encoding: others.length > 0 ? null : encoding,
    findings,
  };
}

async function openFile(
  { path, folder, opener }: Unpacking,
  entry: ZipEntry,
  { at, options }: { readonly at: number; readonly options: ReadOptions },
): Promise<RawSource | GoldpanError> {
  try {
    const file = await unpackEntry(path, entry, join(folder, `${at}`));
    const opened = await openUnpacked(file, { ...options, sheet: undefined }, opener);
    return { ...opened, tables: opened.tables.map((table) => named(table, entry.name)) };
  } catch (error) {
    if (!(error instanceof GoldpanError)) throw error;
    const details = { ...error.details, file: `${path}/${entry.name}` };
    return new GoldpanError(error.code, details, { cause: error.cause });
  }
}

async function openUnpacked(
  path: string,
  options: ReadOptions,
  { importerFor, depth }: Opener,
): Promise<RawSource> {
  const sniffed = await sniff(path);
  if (sniffed.kind === "encrypted") throw new GoldpanError("IMPORT_PASSWORD", { file: path });
  if (sniffed.kind === "zip" && depth < deepest)
    return openArchive(path, options, { importerFor, depth: depth + 1 });
  const importer = sniffed.kind === "zip" ? undefined : await importerFor(sniffed);
  if (importer === undefined) {
    const [what, whatZh] = sniffed.what;
    throw new GoldpanError("IMPORT_NOT_A_TABLE", { file: path, what, whatZh });
  }
  return importer.open({ path, sniffed, digest: await digestFile(path) }, options);
}

function inFile(finding: Finding, file: string): Finding {
  const { value = "" } = finding;
  return { ...finding, value: value === "" ? file : `${file}: ${value}` };
}

function named(table: RawTable, file: string): RawTable {
  return { ...table, sheet: table.sheet === null ? file : `${file}/${table.sheet}` };
}

function chooseTables(
  tables: readonly RawTable[],
  { sheet }: ReadOptions,
  file: string,
): readonly RawTable[] {
  if (sheet === undefined) return tables;
  const chosen = tables.filter((table) => table.sheet === sheet);
  if (chosen.length > 0) return chosen;
  const sheets = tables.map((table) => table.sheet).join(", ");
  throw new GoldpanError("IMPORT_SHEET_MISSING", { file, sheet, sheets });
}
