import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { GoldpanError } from "../errors.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import type { Finding } from "../model/finding.ts";
import type { OpenedSource, ReadOptions, SourceTable } from "../model/source.ts";
import { readCsv } from "./csv/read-csv.ts";
import { digestFile, type FileDigest } from "./decode-file.ts";
import type { Encoding } from "./encoding.ts";
import { readWorkbook, type ReadWorkbook } from "./excel/read-workbook.ts";
import { sniff, type ContentKind, type Sniffed } from "./sniff.ts";
import { openSourceTable } from "./source-table.ts";

/**
 * Opens a file by what it is, not by what it is called. Throws an `IMPORT_...` error that says
 * what the file is when it cannot be read; a file without a single data row is an error too.
 */
export async function openSource(path: string, options: ReadOptions = {}): Promise<OpenedSource> {
  await assertFile(path);
  const sniffed = await sniff(path);
  refuse(path, sniffed);
  const digest = await digestFile(path);
  const encoding = encodingNamed(options.encoding) ?? digest.encoding;
  const { tables: raw, findings } = await readTables(path, sniffed.kind, encoding, options);
  const tables: SourceTable[] = [];
  const empty: Finding[] = [];
  let onlySamples = false;
  for (const each of raw) {
    const table = await openSourceTable(each, canonicalModel, options);
    if ("columns" in table) tables.push(table);
    else {
      onlySamples ||= table.emptyBecause === "template";
      empty.push({
        code: "I104",
        severity: "info",
        value: each.sheet ?? "",
        detail: "sheet without data",
      });
    }
  }
  if (tables.length === 0)
    throw new GoldpanError(onlySamples ? "IMPORT_TEMPLATE" : "IMPORT_NO_ROWS", { file: path });
  return {
    file: { path, name: basename(path), ...identity(digest, sniffed.kind, encoding) },
    tables,
    findings: [...findings, ...empty],
    close: () => Promise.resolve(),
  };
}

function identity(
  digest: FileDigest,
  kind: ContentKind,
  encoding: Encoding,
): {
  bytes: number;
  sha256: string;
  format: string;
  encoding: string | null;
} {
  const isText = kind === "csv" || kind === "html";
  return {
    bytes: digest.bytes,
    sha256: digest.sha256,
    format: kind,
    encoding: isText ? encoding : null,
  };
}

async function assertFile(path: string): Promise<void> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new GoldpanError("IMPORT_FILE_MISSING", { file: path }, { cause });
  });
  if (found.isDirectory()) throw new GoldpanError("IMPORT_IS_DIRECTORY", { file: path });
}

function refuse(path: string, { kind, what: [what, whatZh] }: Sniffed): void {
  if (kind === "empty") throw new GoldpanError("IMPORT_EMPTY_FILE", { file: path });
  if (kind === "encrypted") throw new GoldpanError("IMPORT_PASSWORD", { file: path });
  if (kind === "other") throw new GoldpanError("IMPORT_NOT_A_TABLE", { file: path, what, whatZh });
}

const encodingNames: Readonly<Record<string, Encoding>> = {
  utf8: "utf-8",
  gbk: "gb18030",
  gb2312: "gb18030",
  gb18030: "gb18030",
  big5: "big5",
  utf16: "utf-16le",
  utf16le: "utf-16le",
  utf16be: "utf-16be",
  windows1252: "windows-1252",
  latin1: "windows-1252",
  cp936: "gb18030",
};

function encodingNamed(name: string | undefined): Encoding | undefined {
  if (name === undefined) return undefined;
  const encoding = encodingNames[name.toLowerCase().replaceAll(/[-_ ]/g, "")];
  if (encoding !== undefined) return encoding;
  throw new GoldpanError("USAGE_UNKNOWN_ENCODING", { encoding: name });
}

async function readTables(
  path: string,
  kind: ContentKind,
  encoding: Encoding,
  options: ReadOptions,
): Promise<ReadWorkbook> {
  if (kind === "csv") return { tables: [readCsv(path, encoding)], findings: [] };
  if (kind !== "html") return readWorkbook(path, options.sheet);
  const declared = /charset=["']?([\w-]+)/i.exec(
    (await readFile(path)).toString("latin1", 0, 4096),
  )?.[1];
  const decoder = new TextDecoder(
    encodingNames[declared?.toLowerCase().replaceAll("-", "") ?? ""] ?? encoding,
  );
  return readWorkbook(path, options.sheet, decoder.decode(await readFile(path)));
}
