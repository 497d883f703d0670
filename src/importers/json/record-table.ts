import { GoldpanError } from "../../errors.ts";
import type { RawRow, RawTable } from "../raw-row.ts";
import { flatCells } from "./flatten.ts";
import type { JsonShape } from "./json-shape.ts";
import { shapeOf } from "./json-shapes.ts";
import type { JsonObject } from "./json-value.ts";
import { BrokenRecord, readRecords, type JsonRecord, type RecordFile } from "./read-records.ts";

/** Objects with ever other keys are no rows of one table. */
const mostColumns = 1 << 14;
const rowsAtOnce = 1 << 8;

/** What all records of a file have in common. */
interface Survey {
  readonly columns: readonly string[];
  /** The program that wrote them; undefined for records that nobody knows. */
  readonly shape: JsonShape | undefined;
}

/**
 * A file of many records as a table, read twice: once for its columns, once for its rows. What is no
 * record is a row with its text and what is wrong with it. undefined when it holds no records of a
 * table. Throws IMPORT_JSON_BROKEN when nothing in it can be read.
 */
export async function recordTable(file: RecordFile): Promise<RawTable | undefined> {
  const survey = await surveyRecords(file);
  if (survey === undefined) return undefined;
  const rows = rowsOf(file, survey);
  return { sheet: null, headerRow: 1, strictWidth: false, findings: [], rows };
}

async function surveyRecords(file: RecordFile): Promise<Survey | undefined> {
  const survey = new RecordSurvey();
  for await (const record of readRecords(file)) {
    survey.add(record);
    if (survey.hasTooManyColumns) return undefined;
  }
  if (survey.isNothingLegible) throw brokenJson(file.path);
  return survey.result();
}

class RecordSurvey {
  private readonly columns = new Set<string>();
  private shape: JsonShape | undefined;
  private records = 0;
  private illegible = 0;
  private trainingTexts = 0;

  get hasTooManyColumns(): boolean {
    return this.columns.size > mostColumns;
  }

  get isNothingLegible(): boolean {
    return this.records === 0 && this.illegible > 0;
  }

  add(record: JsonRecord): void {
    if (!(record instanceof BrokenRecord)) this.addObject(record);
    else if (!record.isJson) this.illegible += 1;
  }

  result(): Survey | undefined {
    // Texts to train a model with have neither names nor times; none of no records has either.
    if (this.trainingTexts === this.records) return undefined;
    const { shape, columns } = this;
    return { shape, columns: shape?.columns ?? [...columns] };
  }

  private addObject(record: JsonObject): void {
    if (this.records === 0) this.shape = shapeOf(record);
    if (this.shape?.matches(record) !== true) this.shape = undefined;
    if ("conversations" in record) this.trainingTexts += 1;
    for (const column of flatCells(record).keys()) this.columns.add(column);
    this.records += 1;
  }
}

function brokenJson(file: string): GoldpanError {
  return new GoldpanError("IMPORT_JSON_BROKEN", { file, reason: "no record can be read" });
}

async function* rowsOf(
  file: RecordFile,
  { columns, shape }: Survey,
): AsyncGenerator<readonly RawRow[]> {
  let number = 1;
  let rows: RawRow[] = [{ row: number, cells: columns }];
  const cellsOf = (record: JsonObject): readonly (readonly string[])[] =>
    shape?.rowsOf(record) ?? [orderedCells(record, columns)];
  for await (const record of readRecords(file)) {
    if (record instanceof BrokenRecord) rows.push(record.rowAt((number += 1)));
    else {
      for (const cells of cellsOf(record)) rows.push({ row: (number += 1), cells });
    }
    if (rows.length < rowsAtOnce) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

function orderedCells(record: JsonObject, columns: readonly string[]): string[] {
  const flat = flatCells(record);
  return columns.map((column) => flat.get(column) ?? "");
}
