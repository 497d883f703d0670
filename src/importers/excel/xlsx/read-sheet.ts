import type { Finding } from "../../../model/finding.ts";
import type { RawRow, RawTable } from "../../raw-row.ts";
import { MergeFiller } from "../fill-merges.ts";
import type { CellContext } from "./cell-value.ts";
import { RowSink, type TextRow } from "./row-sink.ts";
import { SheetScanner } from "./sheet-scanner.ts";
import { SurveySink, type CellCount, type SheetSurvey } from "./sheet-survey.ts";

/** One sheet of a workbook, its content to be had as often as it is asked for. */
export interface SheetSource {
  readonly file: string;
  readonly name: string;
  readonly chunks: () => AsyncIterable<Buffer>;
}

const batchRows = 1000;
/** A lone cell far down must not make more blank rows than a sheet has. */
const mostBlankRows = 1 << 20;

/**
 * A sheet as a table of text in bounded memory. It is read twice: the first pass sees widths, merged
 * areas and whatever must be said of the sheet, the second hands on the rows as they come.
 */
export async function readSheet(source: SheetSource, context: CellContext): Promise<RawTable> {
  const survey = await surveySheet(source, context);
  return {
    sheet: source.name,
    rows: inBatches(filledRows(source, survey, context)),
    strictWidth: false,
    widthBelow: (row) => survey.widthBelow(row),
    findings: findingsOf(source.name, survey),
  };
}

async function surveySheet(
  { file, chunks }: SheetSource,
  { strings }: CellContext,
): Promise<SheetSurvey> {
  const survey = new SurveySink(strings, file);
  const scanner = new SheetScanner(survey, file);
  for await (const chunk of chunks()) scanner.push(chunk);
  scanner.end();
  return survey;
}

async function* filledRows(
  source: SheetSource,
  survey: SheetSurvey,
  context: CellContext,
): AsyncGenerator<readonly TextRow[]> {
  const filler = new MergeFiller(survey.merges);
  const rows = textRows(source, context);
  for await (const each of survey.isOrdered ? rows : sortedRows(rows)) {
    for (const row of each) filler.fill(row);
    yield each;
  }
}

async function* textRows(
  { file, chunks }: SheetSource,
  context: CellContext,
): AsyncGenerator<readonly TextRow[]> {
  const sink = new RowSink(context);
  const scanner = new SheetScanner(sink, file);
  for await (const chunk of chunks()) {
    scanner.push(chunk);
    yield sink.take();
  }
  scanner.end();
  yield sink.take();
}

/** Rows that stand in any order, or twice: each number once, later cells over earlier ones. */
async function* sortedRows(
  batches: AsyncIterable<readonly TextRow[]>,
): AsyncGenerator<readonly TextRow[]> {
  const cellsByRow = new Map<number, string[]>();
  for await (const rows of batches) {
    for (const { row, cells } of rows) cellsByRow.set(row, laidOver(cellsByRow.get(row), cells));
  }
  yield [...cellsByRow].map(([row, cells]) => ({ row, cells })).toSorted((a, b) => a.row - b.row);
}

function laidOver(below: readonly string[] | undefined, above: string[]): string[] {
  if (below === undefined) return above;
  const width = Math.max(below.length, above.length);
  return Array.from({ length: width }, (_, at) => above[at] || (below[at] ?? ""));
}

/** Batches of an even size, with a blank row for each number that has no text above the last that has. */
async function* inBatches(
  pieces: AsyncIterable<readonly TextRow[]>,
): AsyncGenerator<readonly RawRow[]> {
  const gaps = new RowGaps();
  let batch: RawRow[] = [];
  for await (const rows of pieces) {
    for (const row of gaps.fill(rows)) {
      batch.push(row);
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Counts the rows of a sheet, those that are not stored too. */
class RowGaps {
  private next = 1;

  *fill(rows: readonly TextRow[]): Generator<RawRow> {
    for (const each of rows) {
      if (each.row - this.next > mostBlankRows) this.next = each.row;
      for (; this.next < each.row; this.next += 1) yield { row: this.next, cells: [] };
      this.next += 1;
      yield each;
    }
  }
}

function findingsOf(sheet: string, survey: SheetSurvey): Finding[] {
  const about = (code: string, severity: Finding["severity"], detail: string): Finding => ({
    code,
    severity,
    value: sheet,
    detail,
  });
  const { rowsWithLostDigits, errors, uncalculated, hiddenRows } = survey;
  return [
    ...counted(rowsWithLostDigits, "rows", (detail) => about("I107", "warning", detail)),
    ...counted(errors, "cells", (detail) => about("I130", "warning", detail)),
    ...counted(uncalculated, "cells", (detail) => about("I131", "warning", detail)),
    ...(hiddenRows > 0 ? [about("I132", "info", `${hiddenRows} rows`)] : []),
    ...(survey.isOrdered ? [] : [about("I133", "info", "sorted by their numbers")]),
  ];
}

function counted(
  { count, first }: CellCount,
  unit: string,
  finding: (detail: string) => Finding,
): Finding[] {
  return count === 0 ? [] : [finding(`${count} ${unit}, the first is ${first}`)];
}
