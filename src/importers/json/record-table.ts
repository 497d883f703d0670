import { GoldpanError } from "../../errors.ts";
import type { RawRow, RawTable } from "../raw-row.ts";
import { flatCells } from "./flatten.ts";
import type { JsonShape } from "./json-shape.ts";
import { shapeOf } from "./json-shapes.ts";
import type { JsonObject } from "./json-value.ts";
import {
  BrokenRecord,
  readRecords,
  strayRecord,
  unreadKeys,
  type JsonRecord,
  type RecordFile,
} from "./read-records.ts";

/** Objects with ever other keys are no rows of one table. */
const mostColumns = 1 << 14;
const rowsAtOnce = 1 << 8;

/** What all records of a file have in common. */
interface Survey {
  readonly columns: readonly string[];
  /** The program that wrote them; undefined for records that nobody knows. */
  readonly shape: JsonShape | undefined;
  /** Keys that no column has. */
  readonly unread: readonly string[];
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
  const findings = unreadKeys(survey.unread);
  return { sheet: null, headerRow: 1, strictWidth: false, findings, rows };
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
  private readonly shapes = new Map<JsonShape, number>();
  private readonly unread = new Map<JsonShape, Set<string>>();
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
    const shape = this.commonShape();
    const unread = shape === undefined ? [] : [...(this.unread.get(shape) ?? [])];
    return { shape, columns: shape?.columns ?? [...this.columns], unread };
  }

  /** The program that wrote most of the records: what is none of its own is set aside. */
  private commonShape(): JsonShape | undefined {
    return [...this.shapes].find(([, count]) => count * 2 > this.records)?.[0];
  }

  private addKnown(shape: JsonShape, record: JsonObject): void {
    this.shapes.set(shape, (this.shapes.get(shape) ?? 0) + 1);
    const unread = this.unread.get(shape) ?? new Set();
    for (const key of shape.unreadOf(record)) unread.add(key);
    this.unread.set(shape, unread);
  }

  private addObject(record: JsonObject): void {
    const shape = shapeOf(record);
    if (shape !== undefined) this.addKnown(shape, record);
    if ("conversations" in record) this.trainingTexts += 1;
    for (const column of flatCells(record).keys()) this.columns.add(column);
    this.records += 1;
  }
}

function brokenJson(file: string): GoldpanError {
  return new GoldpanError("IMPORT_JSON_BROKEN", { file, reason: "no record can be read" });
}

async function* rowsOf(file: RecordFile, survey: Survey): AsyncGenerator<readonly RawRow[]> {
  let number = 1;
  let rows: RawRow[] = [{ row: number, cells: survey.columns }];
  for await (const record of readRecords(file)) {
    for (const each of partsOf(record, survey)) {
      number += 1;
      rows.push(each instanceof BrokenRecord ? each.rowAt(number) : { row: number, cells: each });
    }
    if (rows.length < rowsAtOnce) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

/** The rows that a record is, and what in it is no record of the program that wrote the others. */
function partsOf(
  record: JsonRecord,
  { columns, shape }: Survey,
): readonly (readonly string[] | BrokenRecord)[] {
  if (record instanceof BrokenRecord) return [record];
  if (shape === undefined) return [orderedCells(record, columns)];
  return shape.matches(record)
    ? [...shape.rowsOf(record), ...shape.straysOf(record).map(strayRecord)]
    : [strayRecord(record)];
}

function orderedCells(record: JsonObject, columns: readonly string[]): string[] {
  const flat = flatCells(record);
  return columns.map((column) => flat.get(column) ?? "");
}
