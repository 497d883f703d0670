import type { CellObject, Range, WorkBook, WorkSheet } from "@e965/xlsx";
import { GoldpanError } from "../../errors.ts";
import type { Finding } from "../../model/finding.ts";
import type { RawRow, RawTable } from "../raw-row.ts";
import { cellName } from "./cell-name.ts";
import { countOf } from "./count-of.ts";
import { MergeFiller, type VerticalMerge } from "./fill-merges.ts";
import { isMeant } from "./meant-sheet.ts";
import { hasLostDigits } from "./number-text.ts";
import { parseWorkbook } from "./parse-workbook.ts";

export interface ReadWorkbook {
  readonly tables: readonly RawTable[];
  readonly findings: readonly Finding[];
}

/** Loaded together with SheetJS, when the first workbook is opened. */
type CellText = (cell: CellObject | undefined, date1904: boolean) => string;
type Grid = readonly ((CellObject | undefined)[] | undefined)[];

/**
 * Every sheet of a workbook that SheetJS reads (.xls .xlsb .ods .et, SpreadsheetML) as text cells.
 * Hidden sheets are left out and named, unless one is asked for.
 */
export async function readWorkbook(path: string, sheet: string | undefined): Promise<ReadWorkbook> {
  const { cellText } = await import("./cell-text.ts");
  const book = await parseWorkbook(path);
  const findings: Finding[] = [];
  const tables: RawTable[] = [];
  book.SheetNames.forEach((name, index) => {
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    if (!isMeant(name, hidden, sheet)) {
      if (hidden) findings.push({ code: "I103", severity: "info", value: name });
      return;
    }
    const content = book.Sheets[name];
    if (content !== undefined) tables.push(tableOf(name, content, book, cellText));
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

function tableOf(name: string, sheet: WorkSheet, book: WorkBook, cellText: CellText): RawTable {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  // With `dense` the cells lie in rows of sparse arrays; the typings know it only in part.
  const grid = (sheet["!data"] ?? []) as Grid;
  const merges = (sheet["!merges"] ?? []).flatMap(verticalMerge);
  const texts = Array.from(grid, (row, index) => ({
    row: index + 1,
    cells: rowText(row, date1904, cellText),
  }));
  const filler = new MergeFiller(merges);
  const rows = texts.map((row) => filler.filled(row));
  return {
    sheet: name,
    rows: inBatches(rows),
    strictWidth: false,
    widthBelow: (row) => widestOf(rows.slice(row)),
    findings: findingsOf(name, grid),
  };
}

/** Only a merge of one column says the same for each of its rows. */
function verticalMerge({ s: start, e: end }: Range): VerticalMerge[] {
  if (end.r === start.r || end.c !== start.c) return [];
  return [{ column: start.c, from: start.r + 1, to: end.r + 1 }];
}

function widestOf(rows: readonly RawRow[]): number {
  return rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
}

/** What must be said of a sheet: long numbers that Excel has cut, errors of formulas. */
function findingsOf(sheet: string, grid: Grid): Finding[] {
  const rows = grid.flatMap((cells, index) => ((cells ?? []).some(isLost) ? [index + 1] : []));
  const errors = grid.flatMap((cells, row) =>
    [...(cells ?? []).entries()].flatMap(([column, cell]) =>
      cell?.t === "e" ? [cellName(column, row + 1)] : [],
    ),
  );
  return [...counted("I107", sheet, rows, "row"), ...counted("I130", sheet, errors, "cell")];
}

function isLost(cell: CellObject | undefined): boolean {
  return cell?.t === "n" && typeof cell.v === "number" && hasLostDigits(cell.v);
}

function counted(
  code: string,
  sheet: string,
  places: readonly (string | number)[],
  unit: string,
): Finding[] {
  const [first] = places;
  if (first === undefined) return [];
  const detail = `${countOf(places.length, unit)}, the first is ${first}`;
  return [{ code, severity: "warning", value: sheet, detail }];
}

/** The cells up to the last one with text: a sheet may claim 16,384 columns and use three. */
function rowText(
  cells: readonly (CellObject | undefined)[] | undefined,
  date1904: boolean,
  cellText: CellText,
): string[] {
  const texts = Array.from(cells ?? [], (cell) => cellText(cell, date1904));
  let last = texts.length;
  while (last > 0 && (texts[last - 1] ?? "").trim() === "") last -= 1;
  return texts.slice(0, last);
}

const batchRows = 1000;

async function* inBatches(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  await Promise.resolve();
  for (let at = 0; at < rows.length; at += batchRows) yield rows.slice(at, at + batchRows);
}
