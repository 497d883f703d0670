import { readFile, stat } from "node:fs/promises";
import { GoldpanError } from "../../errors.ts";
import type { ReadOptions } from "../../model/source.ts";
import { isMeant } from "../excel/meant-sheet.ts";
import type { FileToRead, Importer, RawSource } from "../importer.ts";
import type { RawTable } from "../raw-row.ts";
import { refuseSheet } from "../whole-table.ts";
import { documentTables } from "./document-tables.ts";
import { parseJson, type JsonValue } from "./json-value.ts";
import { layoutOf } from "./read-records.ts";
import { recordTable } from "./record-table.ts";

/** JSON documents and JSON lines: what known programs write, and any list of objects. */
export const jsonImporter: Importer = {
  name: "json",
  open: openJson,
};

/** A text of JavaScript holds half a gigabyte; larger data come as JSON lines or as an array. */
const mostBytes = 400_000_000;

async function openJson({ path, digest }: FileToRead, options: ReadOptions): Promise<RawSource> {
  const { encoding } = digest;
  const text = { encoding, isUtf8: encoding === "utf-8" && !digest.damaged, isMixed: false };
  const layout = await layoutOf(path, text);
  if (layout === undefined) {
    const tables = documentTables(await readDocument(path, encoding));
    return { tables: meantTables(path, tables, options), encoding, findings: [] };
  }
  refuseSheet(path, options);
  const table = await recordTable({ path, text, layout });
  if (table === undefined) throw noRecords(path);
  return { tables: [table], encoding, findings: [] };
}

/** A document with several lists has a table for each, as a workbook has its sheets. */
function meantTables(path: string, tables: readonly RawTable[], options: ReadOptions): RawTable[] {
  if (tables.length === 0) throw noRecords(path);
  const names = tables.map(({ sheet }) => sheet ?? "").filter((name) => name !== "");
  if (names.length === 0) refuseSheet(path, options);
  const meant = tables.filter(({ sheet }) => isMeant(sheet ?? "", false, options.sheet));
  if (meant.length > 0) return meant;
  const { sheet = "" } = options;
  throw new GoldpanError("IMPORT_SHEET_MISSING", { file: path, sheet, sheets: names.join(", ") });
}

function noRecords(path: string): GoldpanError {
  return notATable(path, "JSON without a list of records", "没有记录列表的 JSON");
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

function notATable(file: string, what: string, whatZh: string): GoldpanError {
  return new GoldpanError("IMPORT_NOT_A_TABLE", { file, what, whatZh });
}
