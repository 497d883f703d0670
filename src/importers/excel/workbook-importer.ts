import { readFile } from "node:fs/promises";
import type { ReadOptions } from "../../model/source.ts";
import { encodingNamed, findEncoding } from "../encoding-name.ts";
import type { FileToRead, Importer, RawSource } from "../importer.ts";
import type { ContentKind } from "../sniff.ts";
import { readWorkbook } from "./read-workbook.ts";

const kinds: readonly ContentKind[] = [
  "xlsx",
  "xlsb",
  "xls",
  "ods",
  "spreadsheetml",
  "dbf",
  "html",
];

/** Workbooks, old and new, and what travels under their name: dBASE files and pages with a table. */
export const workbookImporter: Importer = {
  name: "workbook",
  reads: ({ kind }) => kinds.includes(kind),
  open: (file, options) =>
    file.sniffed.kind === "html" ? openPage(file, options) : openBook(file, options),
};

async function openBook({ path }: FileToRead, { sheet }: ReadOptions): Promise<RawSource> {
  return { ...(await readWorkbook(path, sheet)), encoding: null };
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
  return { ...(await readWorkbook(path, sheet, text)), encoding };
}
