import type { Finding } from "../../../model/finding.ts";
import type { RawTable } from "../../raw-row.ts";
import { countOf } from "../count-of.ts";
import type { CellContext } from "./cell-value.ts";
import { KeptRows, type RowBudget } from "./kept-rows.ts";
import type { RowBlock } from "./row-block.ts";
import { rowBatches } from "./row-batches.ts";
import { RowSink } from "./row-sink.ts";
import { SheetScanner } from "./sheet-scanner.ts";
import { SheetSurvey, type CellCount } from "./sheet-survey.ts";

/** One sheet of a workbook, its content to be had as often as it is asked for. */
export interface SheetSource {
  readonly file: string;
  readonly name: string;
  readonly chunks: () => AsyncIterable<Buffer>;
}

/**
 * A sheet as a table of text in bounded memory. A first pass sees widths, merged areas and whatever
 * must be said of the sheet; it keeps the rows as far as `budget` goes, else a second one reads them.
 */
export async function readSheet(
  source: SheetSource,
  context: CellContext,
  budget: RowBudget,
): Promise<RawTable> {
  const { file, name, chunks } = source;
  const survey = new SheetSurvey();
  const kept = new KeptRows(survey, context, { file, budget });
  const scanner = new SheetScanner(kept, file);
  for await (const chunk of chunks()) scanner.push(chunk);
  scanner.end();
  return {
    sheet: name,
    rows: rowBatches(kept.take() ?? scanAgain(source, context), survey),
    strictWidth: false,
    widthBelow: (row) => survey.widthBelow(row),
    findings: findingsOf(name, survey),
  };
}

async function* scanAgain(
  { file, chunks }: SheetSource,
  context: CellContext,
): AsyncGenerator<RowBlock> {
  const sink = new RowSink(context, file);
  const scanner = new SheetScanner(sink, file);
  for await (const chunk of chunks()) {
    scanner.push(chunk);
    if (sink.isFull) yield sink.take();
  }
  scanner.end();
  yield sink.take();
}

function findingsOf(sheet: string, survey: SheetSurvey): Finding[] {
  const about = (code: string, severity: Finding["severity"], detail: string): Finding => ({
    code,
    severity,
    value: sheet,
    detail,
  });
  const { lostDigits, errors, uncalculated, hiddenRows } = survey;
  return [
    ...counted(lostDigits, "row", (detail) => about("I107", "warning", detail)),
    ...counted(errors, "cell", (detail) => about("I130", "warning", detail)),
    ...counted(uncalculated, "cell", (detail) => about("I131", "warning", detail)),
    ...(hiddenRows > 0 ? [about("I132", "info", countOf(hiddenRows, "row"))] : []),
    ...(survey.isOrdered ? [] : [about("I133", "info", "")]),
  ];
}

function counted(
  { count, first }: CellCount,
  unit: string,
  finding: (detail: string) => Finding,
): Finding[] {
  return count === 0 ? [] : [finding(`${countOf(count, unit)}, the first is ${first}`)];
}
