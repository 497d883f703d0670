import type { CellObject, Range, WorkBook, WorkSheet } from "@e965/xlsx";
import { GoldpanError } from "../../errors.ts";
import type { Finding } from "../../model/finding.ts";
import type { RawRow, RawTable } from "../raw-row.ts";
import { parseWorkbook } from "./parse-workbook.ts";

export interface ReadWorkbook {
  readonly tables: readonly RawTable[];
  readonly findings: readonly Finding[];
}

/** What is loaded together with SheetJS, when the first workbook is opened. */
interface Cells {
  readonly cellText: (cell: CellObject | undefined, date1904: boolean) => string;
  readonly hasLostDigits: (cell: CellObject) => boolean;
}

type Grid = readonly ((CellObject | undefined)[] | undefined)[];

/**
 * Every sheet of a workbook that SheetJS reads (.xls .xlsx .xlsb .ods .et, SpreadsheetML, dBASE,
 * HTML tables) as text cells. Hidden sheets are left out and named, unless one is asked for.
 */
export async function readWorkbook(
  path: string,
  sheet: string | undefined,
  decoded?: string,
): Promise<ReadWorkbook> {
  const cells = await import("./cell-text.ts");
  const book = await parseWorkbook(path, decoded);
  const findings: Finding[] = [];
  const tables: RawTable[] = [];
  book.SheetNames.forEach((name, index) => {
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    if (sheet === undefined ? hidden : name !== sheet) {
      if (hidden) findings.push({ code: "I103", severity: "info", value: name });
      return;
    }
    const content = book.Sheets[name];
    if (content !== undefined) tables.push(tableOf(name, content, book, cells));
  });
  if (sheet !== undefined && tables.length === 0) {
    throw new GoldpanError("IMPORT_SHEET_MISSING", {
      file: path,
      sheet,
      sheets: book.SheetNames.join(", "),
    });
  }
  return { tables, findings };
}

function tableOf(name: string, sheet: WorkSheet, book: WorkBook, cells: Cells): RawTable {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  // With `dense` the cells lie in rows of sparse arrays; the typings know it only in part.
  const grid = (sheet["!data"] ?? []) as Grid;
  const rows = Array.from(grid, (row, index) => ({
    row: index + 1,
    cells: rowText(row, date1904, cells.cellText),
  }));
  fillMerges(rows, sheet["!merges"] ?? []);
  return {
    sheet: name,
    rows: inBatches(rows),
    strictWidth: false,
    widthBelow: (row) => widestOf(rows.slice(row)),
    findings: lostDigits(name, grid, cells.hasLostDigits),
  };
}

function widestOf(rows: readonly RawRow[]): number {
  return rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
}

/** One finding for a sheet whose long numbers Excel has cut: where it begins, and how many. */
function lostDigits(sheet: string, grid: Grid, isLost: Cells["hasLostDigits"]): Finding[] {
  const rows = grid.flatMap((cells, index) =>
    (cells ?? []).some((cell) => cell !== undefined && isLost(cell)) ? [index + 1] : [],
  );
  const [first] = rows;
  if (first === undefined) return [];
  const detail = `${rows.length} rows, the first is ${first}`;
  return [{ code: "I107", severity: "warning", value: sheet, detail }];
}

/** The cells up to the last one with text: a sheet may claim 16,384 columns and use three. */
function rowText(
  cells: readonly (CellObject | undefined)[] | undefined,
  date1904: boolean,
  cellText: Cells["cellText"],
): string[] {
  const texts = Array.from(cells ?? [], (cell) => cellText(cell, date1904));
  let last = texts.length;
  while (last > 0 && (texts[last - 1] ?? "").trim() === "") last -= 1;
  return texts.slice(0, last);
}

/** A cell merged over several rows says the same for each of them. */
function fillMerges(rows: readonly { cells: string[] }[], merges: readonly Range[]): void {
  for (const { s: start, e: end } of merges) {
    if (end.r === start.r || end.c !== start.c) continue;
    for (let at = start.r + 1; at <= end.r; at += 1) fillDown(rows, start, at);
  }
}

/** Copies the merge's text into row `at`; a blank row stays blank, a tall heading stays one. */
function fillDown(rows: readonly { cells: string[] }[], start: Range["s"], at: number): void {
  const text = rows[start.r]?.cells[start.c] ?? "";
  const cells = rows[at]?.cells ?? [];
  if (text === "" || cells.length === 0 || isHeading(rows, start.r, at)) return;
  while (cells.length <= start.c) cells.push("");
  if (cells[start.c] === "") cells[start.c] = text;
}

/** A merge from a row of headings into the next one is a tall heading, not a repeated value. */
function isHeading(rows: readonly { cells: string[] }[], from: number, at: number): boolean {
  const above = rows[from]?.cells ?? [];
  const below = rows[at]?.cells ?? [];
  const both = below.filter(
    (cell, column) => cell.trim() !== "" && (above[column] ?? "").trim() !== "",
  );
  return at - from === 1 && both.length < below.filter((cell) => cell.trim() !== "").length;
}

const batchRows = 1000;

async function* inBatches(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  await Promise.resolve();
  for (let at = 0; at < rows.length; at += batchRows) yield rows.slice(at, at + batchRows);
}
