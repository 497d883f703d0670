import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { GoldpanError } from "../../errors.ts";
import type { ReadOptions } from "../../model/source.ts";
import type { FileToRead, Importer, RawSource } from "../importer.ts";
import { refuseSheet, wholeTable } from "../whole-table.ts";
import { flattenObjects, recordsOf } from "./flatten.ts";
import type { JsonTable } from "./json-shape.ts";
import { shapeOf } from "./json-shapes.ts";
import { asObject, objectsOf, parseJson, type JsonObject, type JsonValue } from "./json-value.ts";

/** JSON documents and JSON lines: what known programs write, and any list of objects. */
export const jsonImporter: Importer = {
  name: "json",
  reads: ({ kind }) => kind === "json",
  open: openJson,
};

/** A text of JavaScript holds half a gigabyte; larger data come as JSON lines. */
const mostBytes = 400_000_000;

async function openJson({ path, digest }: FileToRead, options: ReadOptions): Promise<RawSource> {
  refuseSheet(path, options);
  const { encoding } = digest;
  const values = (await readLines(path)) ?? [await readDocument(path, encoding)];
  const table = tableOf(values);
  if (table === undefined)
    throw notATable(path, "JSON without a list of records", "没有记录列表的 JSON");
  return { tables: [wholeTable([table.columns, ...table.rows])], encoding, findings: [] };
}

async function readDocument(path: string, encoding: string): Promise<JsonValue> {
  const bytes = await readFile(path);
  if (bytes.length > mostBytes)
    throw notATable(path, "a JSON document of more than 400 MB", "超过 400 MB 的 JSON 文档");
  try {
    return parseJson(new TextDecoder(encoding).decode(bytes));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GoldpanError("IMPORT_JSON_BROKEN", { file: path, reason: reason.slice(0, 120) });
  }
}

/** Every line an object of its own; undefined when the first line is not one. */
async function readLines(path: string): Promise<JsonValue[] | undefined> {
  const input = createReadStream(path, "utf8");
  const values: JsonValue[] = [];
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      const text = number === 1 ? line.replace(/^\uFEFF/, "") : line;
      if (text.trim() === "") continue;
      const value = parseLine(text);
      if (value === undefined && values.length < 2) return undefined;
      if (value === undefined)
        throw new GoldpanError("IMPORT_JSON_BROKEN", { file: path, reason: `line ${number}` });
      values.push(value);
    }
  } finally {
    input.destroy();
  }
  return values.length > 1 ? values : undefined;
}

function parseLine(line: string): JsonObject | undefined {
  try {
    return asObject(parseJson(line));
  } catch {
    return undefined;
  }
}

function tableOf(values: readonly JsonValue[]): JsonTable | undefined {
  const known = values.flatMap((value) => {
    const object = asObject(value);
    return object === undefined ? objectsOf(value) : [object];
  });
  const shape = known[0] === undefined ? undefined : shapeOf(known[0]);
  if (shape !== undefined && known.every((value) => shape.matches(value))) {
    return { columns: shape.columns, rows: known.flatMap((value) => shape.rowsOf(value)) };
  }
  const [only] = values;
  const records = values.length === 1 && only !== undefined ? recordsOf(only) : known;
  // Texts to train a model with have neither names nor times; none of no records has either.
  if (records.every((each) => "conversations" in each)) return undefined;
  return flattenObjects(records);
}

function notATable(file: string, what: string, whatZh: string): GoldpanError {
  return new GoldpanError("IMPORT_NOT_A_TABLE", { file, what, whatZh });
}
