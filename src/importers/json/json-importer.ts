import { readFile, stat } from "node:fs/promises";
import { GoldpanError } from "../../errors.ts";
import type { ReadOptions } from "../../model/source.ts";
import type { FileToRead, Importer, RawSource } from "../importer.ts";
import type { RawTable } from "../raw-row.ts";
import { refuseSheet, wholeTable } from "../whole-table.ts";
import { flattenObjects, recordsOf, type RecordList } from "./flatten.ts";
import type { JsonTable } from "./json-shape.ts";
import { shapeOf } from "./json-shapes.ts";
import { asObject, parseJson, type JsonValue } from "./json-value.ts";
import { BrokenRecord, layoutOf } from "./read-records.ts";
import { recordTable } from "./record-table.ts";

/** JSON documents and JSON lines: what known programs write, and any list of objects. */
export const jsonImporter: Importer = {
  name: "json",
  open: openJson,
};

/** A text of JavaScript holds half a gigabyte; larger data come as JSON lines or as an array. */
const mostBytes = 400_000_000;

async function openJson({ path, digest }: FileToRead, options: ReadOptions): Promise<RawSource> {
  refuseSheet(path, options);
  const { encoding } = digest;
  const text = { encoding, isUtf8: encoding === "utf-8" && !digest.damaged, isMixed: false };
  const layout = await layoutOf(path, text);
  const table =
    layout === undefined
      ? documentTable(await readDocument(path, encoding))
      : await recordTable({ path, text, layout });
  if (table === undefined)
    throw notATable(path, "JSON without a list of records", "没有记录列表的 JSON");
  return { tables: [table], encoding, findings: [] };
}

async function readDocument(path: string, encoding: string): Promise<JsonValue> {
  const { size } = await stat(path);
  if (size > mostBytes)
    throw notATable(path, "a JSON document of more than 400 MB", "超过 400 MB 的 JSON 文档");
  try {
    return parseJson(new TextDecoder(encoding).decode(await readFile(path)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GoldpanError("IMPORT_JSON_BROKEN", { file: path, reason: reason.slice(0, 120) });
  }
}

function documentTable(value: JsonValue): RawTable | undefined {
  const found = tableOf(value);
  if (found === undefined) return undefined;
  const { columns, rows, others } = found;
  // What is no record is set aside with its text, behind the records.
  const broken = others.map((each) => new BrokenRecord(JSON.stringify(each), each, true));
  const behind = broken.map((each, at) => each.rowAt(rows.length + 2 + at));
  return wholeTable([columns, ...rows], [], behind);
}

function tableOf(value: JsonValue): (JsonTable & Pick<RecordList, "others">) | undefined {
  const object = asObject(value);
  const shape = object === undefined ? undefined : shapeOf(object);
  if (object !== undefined && shape !== undefined)
    return { columns: shape.columns, rows: shape.rowsOf(object), others: [] };
  const { records, others } = recordsOf(value);
  // Texts to train a model with have neither names nor times; none of no records has either.
  if (records.every((each) => "conversations" in each)) return undefined;
  return { ...flattenObjects(records), others };
}

function notATable(file: string, what: string, whatZh: string): GoldpanError {
  return new GoldpanError("IMPORT_NOT_A_TABLE", { file, what, whatZh });
}
