import type { Finding } from "../../model/finding.ts";
import type { ReadOptions } from "../../model/source.ts";
import type { FileToRead, Importer, RawSource } from "../importer.ts";
import { guardedWorkbook } from "./guarded-workbook.ts";
import { openXlsx } from "./xlsx/open-xlsx.ts";

/** Workbooks, old and new. */
export const workbookImporter: Importer = {
  name: "workbook",
  open(file, options) {
    return file.sniffed.kind === "xlsx" ? openStreamed(file, options) : openBook(file, options);
  },
};

async function openBook({ path }: FileToRead, { sheet }: ReadOptions): Promise<RawSource> {
  return { ...(await guardedWorkbook({ path, sheet })), encoding: null };
}

/** What the own reader declines is read by SheetJS, and said to be. */
async function openStreamed(file: FileToRead, options: ReadOptions): Promise<RawSource> {
  const opened = await openXlsx(file.path, options.sheet);
  if (!("declined" in opened)) return { ...opened, encoding: null };
  const source = await openBook(file, options);
  const finding: Finding = { code: "I135", severity: "info", detail: opened.declined };
  return { ...source, findings: [finding, ...source.findings] };
}
