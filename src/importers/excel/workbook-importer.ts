import { readFile } from "node:fs/promises";
import type { Finding } from "../../model/finding.ts";
import type { ReadOptions } from "../../model/source.ts";
import { encodingNamed, findEncoding } from "../encoding-name.ts";
import type { FileToRead, Importer, RawSource } from "../importer.ts";
import type { ContentKind } from "../sniff.ts";
import { guardedWorkbook } from "./guarded-workbook.ts";
import { openXlsx } from "./xlsx/open-xlsx.ts";

const kinds: readonly ContentKind[] = ["xlsx", "xlsb", "xls", "ods", "spreadsheetml", "html"];

/** Workbooks, old and new, and what travels under their name: pages with a table. */
export const workbookImporter: Importer = {
  name: "workbook",
  reads: ({ kind }) => kinds.includes(kind),
  open(file, options) {
    if (file.sniffed.kind === "html") return openPage(file, options);
    return file.sniffed.kind === "xlsx" ? openStreamed(file, options) : openBook(file, options);
  },
};

async function openBook({ path }: FileToRead, { sheet }: ReadOptions): Promise<RawSource> {
  return { ...(await guardedWorkbook({ path, sheet, decoded: undefined })), encoding: null };
}

/** What the own reader declines is read by SheetJS, and said to be. */
async function openStreamed(file: FileToRead, options: ReadOptions): Promise<RawSource> {
  const opened = await openXlsx(file.path, options.sheet);
  if (!("declined" in opened)) return { ...opened, encoding: null };
  const source = await openBook(file, options);
  const finding: Finding = { code: "I135", severity: "info", detail: opened.declined };
  return { ...source, findings: [finding, ...source.findings] };
}

/** A page is decoded here: SheetJS misreads GB18030, and a page may say what it is written in. */
async function openPage(
  { path, digest }: FileToRead,
  { sheet, encoding: asked }: ReadOptions,
): Promise<RawSource> {
  const bytes = await readFile(path);
  const declared = /charset=["']?([\w-]+)/i.exec(bytes.toString("latin1", 0, 4096))?.[1] ?? "";
  const encoding = encodingNamed(asked) ?? findEncoding(declared) ?? digest.encoding;
  const text = new TextDecoder(encoding).decode(bytes);
  return { ...(await guardedWorkbook({ path, sheet, decoded: text })), encoding };
}
