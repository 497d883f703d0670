import { access, constants, stat } from "node:fs/promises";
import { basename } from "node:path";
import { GoldpanError } from "../errors.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import type { Finding } from "../model/finding.ts";
import type { OpenedSource, ReadOptions } from "../model/source.ts";
import { digestFile } from "./decode-file.ts";
import type { FileToRead, Importer, RawSource } from "./importer.ts";
import { importerFor } from "./importers.ts";
import { sniff, type ContentKind, type Sniffed } from "./sniff.ts";
import { openSourceTable, type TableInUse } from "./source-table.ts";

/**
 * Opens a file by what it is, not by what it is called. Throws an `IMPORT_...` error that says
 * what the file is when it cannot be read; a file without a single data row is an error too.
 */
export async function openSource(path: string, options: ReadOptions = {}): Promise<OpenedSource> {
  await assertFile(path);
  const sniffed = await sniff(path);
  const importer = await importerOrRefusal(path, sniffed);
  const file = { path, sniffed, digest: await digestFile(path, isText(sniffed)) };
  const raw = await importer.open(file, options);
  try {
    const { tables, findings } = await openTables(file, raw, options);
    return {
      file: aboutFile(file, raw),
      tables: tables.map(({ table }) => table),
      findings: [...raw.findings, ...findings],
      close: async () => {
        await Promise.all(tables.map((each) => each.close()));
        await raw.close?.();
      },
    };
  } catch (error) {
    await raw.close?.();
    throw error;
  }
}

const binaryKinds: readonly ContentKind[] = ["xlsx", "xlsb", "xls", "ods", "msg", "sqlite"];

/** What has an encoding. */
function isText({ kind }: Sniffed): boolean {
  return !binaryKinds.includes(kind);
}

async function assertFile(path: string): Promise<void> {
  const found = await stat(path).catch((cause: unknown) => refuseAccess(path, cause));
  if (found.isDirectory()) throw new GoldpanError("IMPORT_IS_DIRECTORY", { file: path });
  await access(path, constants.R_OK).catch((cause: unknown) => refuseAccess(path, cause));
}

function refuseAccess(path: string, cause: unknown): never {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  if (reason === "ENOENT" || reason === "ENOTDIR")
    throw new GoldpanError("IMPORT_FILE_MISSING", { file: path }, { cause });
  throw new GoldpanError("IMPORT_NO_ACCESS", { file: path, reason }, { cause });
}

async function importerOrRefusal(path: string, sniffed: Sniffed): Promise<Importer> {
  if (sniffed.kind === "empty") throw new GoldpanError("IMPORT_EMPTY_FILE", { file: path });
  if (sniffed.kind === "encrypted") throw new GoldpanError("IMPORT_PASSWORD", { file: path });
  const importer = await importerFor(sniffed);
  if (importer !== undefined) return importer;
  const [what, whatZh] = sniffed.what;
  throw new GoldpanError("IMPORT_NOT_A_TABLE", { file: path, what, whatZh });
}

/** The tables that hold data; sheets without any are named, a file without any is refused. */
async function openTables(
  { path, sniffed }: FileToRead,
  raw: RawSource,
  options: ReadOptions,
): Promise<{ tables: TableInUse[]; findings: Finding[] }> {
  const tables: TableInUse[] = [];
  const findings: Finding[] = [];
  let onlySamples = false;
  let rows = 0;
  for (const each of raw.tables) {
    const opened = await openSourceTable(each, canonicalModel, options);
    if ("table" in opened) tables.push(opened);
    else {
      onlySamples ||= opened.emptyBecause === "template";
      rows += opened.rowsWithText;
      findings.push({ code: "I104", severity: "info", value: each.sheet ?? "" });
    }
  }
  if (tables.length > 0) return { tables, findings };
  if (onlySamples) throw new GoldpanError("IMPORT_TEMPLATE", { file: path });
  throw new GoldpanError("IMPORT_NO_ROWS", { file: path, format: sniffed.kind, rows });
}

function aboutFile(
  { path, sniffed, digest: { bytes, sha256 } }: FileToRead,
  { encoding }: RawSource,
): OpenedSource["file"] {
  return { path, name: basename(path), bytes, sha256, format: sniffed.kind, encoding };
}
