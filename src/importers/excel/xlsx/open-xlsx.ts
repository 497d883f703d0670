import { GoldpanError } from "../../../errors.ts";
import type { Finding } from "../../../model/finding.ts";
import type { RawTable } from "../../raw-row.ts";
import type { ReadWorkbook } from "../read-workbook.ts";
import { readCellFormats } from "./cell-formats.ts";
import type { CellContext } from "./cell-value.ts";
import { openPackage, type PackageParts } from "./package-parts.ts";
import type { RowBudget } from "./kept-rows.ts";
import { readSheet } from "./read-sheet.ts";
import { mostPoolBytes, readSharedStrings, SharedStrings } from "./shared-strings.ts";
import { isMeant } from "../meant-sheet.ts";
import { readWorkbookPart, type ListedSheet, type WorkbookPart } from "./workbook-part.ts";

/** Rows that are kept between the two passes; a workbook with more is scanned twice. */
const mostKeptBytes = 96 << 20;

/** Why this reader leaves a file to SheetJS. */
export interface Declined {
  readonly declined: string;
}

/**
 * The sheets of an .xlsx or .xlsm as tables of text, streamed. Hidden sheets are left out and named,
 * unless one is asked for. Declines packages that hold no workbook in XML. Throws IMPORT_DAMAGED,
 * IMPORT_PASSWORD, IMPORT_ZIP_BOMB or IMPORT_SHEET_MISSING.
 */
export async function openXlsx(
  file: string,
  asked: string | undefined,
): Promise<ReadWorkbook | Declined> {
  const parts = await openPackage(file);
  const workbook = await readWorkbookPart(parts);
  if (workbook === undefined) return { declined: "no workbook.xml" };
  const { chosen, findings } = chooseSheets(file, workbook, asked);
  const context = await readContext(parts, workbook);
  const budget = { bytes: mostKeptBytes };
  const tables: RawTable[] = [];
  for (const sheet of chosen) tables.push(await tableOf(sheet, parts, { ...context, budget }));
  return { tables, findings: [...rebuilt(parts), ...findings] };
}

function rebuilt({ isRebuilt, names }: PackageParts): Finding[] {
  if (!isRebuilt) return [];
  return [{ code: "I134", severity: "warning", detail: `${names.length} parts found` }];
}

function chooseSheets(
  file: string,
  { sheets }: WorkbookPart,
  asked: string | undefined,
): { chosen: readonly ListedSheet[]; findings: Finding[] } {
  const chosen = sheets.filter(({ name, isHidden }) => isMeant(name, isHidden, asked));
  if (asked !== undefined && chosen.length === 0) {
    const names = sheets.map(({ name }) => name).join(", ");
    throw new GoldpanError("IMPORT_SHEET_MISSING", { file, sheet: asked, sheets: names });
  }
  const hidden = sheets.filter((sheet) => sheet.isHidden && !chosen.includes(sheet));
  return {
    chosen,
    findings: hidden.map(({ name }) => ({ code: "I103", severity: "info", value: name })),
  };
}

async function readContext(
  parts: PackageParts,
  { styles, sharedStrings, date1904 }: WorkbookPart,
): Promise<CellContext> {
  const formats = styles === undefined ? [] : readCellFormats(await parts.content(styles));
  const strings = await readTexts(parts, sharedStrings);
  return { strings, formats, date1904 };
}

async function readTexts(parts: PackageParts, name: string | undefined): Promise<SharedStrings> {
  if (name === undefined) return new SharedStrings();
  const chunks = parts.chunks(name, mostPoolBytes);
  return readSharedStrings({ file: parts.file, chunks, bytes: parts.sizeOf(name) });
}

/** A chart has no rows: it is a table without any, and named like every sheet without data. */
async function tableOf(
  { name, part }: ListedSheet,
  parts: PackageParts,
  { budget, ...context }: CellContext & { readonly budget: RowBudget },
): Promise<RawTable> {
  if (part === undefined) return { sheet: name, rows: noRows(), strictWidth: false, findings: [] };
  const { file } = parts;
  return readSheet({ file, name, chunks: () => parts.chunks(part) }, context, budget);
}

async function* noRows(): AsyncGenerator<never> {
  // Nothing to hand on.
}
