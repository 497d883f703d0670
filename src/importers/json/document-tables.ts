import type { Finding } from "../../model/finding.ts";
import type { RawTable } from "../raw-row.ts";
import { wholeTable } from "../whole-table.ts";
import { flatCells, flattenObjects, recordListsOf, type RecordList } from "./flatten.ts";
import type { JsonTable } from "./json-shape.ts";
import { shapeOf } from "./json-shapes.ts";
import { asObject, type JsonObject, type JsonValue } from "./json-value.ts";
import { strayRecord, unreadKeys } from "./read-records.ts";

/**
 * The tables of a JSON document that is one object: that of the program which wrote it; else one for
 * each list of records in it, the longest first, called by its path where there are several; else the
 * object is the only record. What stands beside the lists is named. None for texts to train a model.
 */
export function documentTables(value: JsonValue): RawTable[] {
  const object = asObject(value);
  if (object === undefined) return [];
  const shape = shapeOf(object);
  if (shape !== undefined)
    return [
      tableOf(
        { columns: shape.columns, rows: shape.rowsOf(object) },
        shape.straysOf(object),
        unreadKeys(shape.unreadOf(object)),
      ),
    ];
  const lists = recordListsOf(object);
  if (lists.length === 0) return [tableOf(flattenObjects([object]), [])];
  const findings = besideLists(object, lists);
  return lists
    .filter(({ records }) => !records.every((each) => "conversations" in each))
    .map(({ path, records, others }, at) => ({
      ...tableOf(flattenObjects(records), others, at === 0 ? findings : []),
      sheet: lists.length === 1 ? null : path,
    }));
}

/** What is no record is set aside with its text, behind the records. */
function tableOf(
  { columns, rows }: JsonTable,
  others: readonly JsonValue[],
  findings: readonly Finding[] = [],
): RawTable {
  const behind = others.map((each, at) => strayRecord(each).rowAt(rows.length + 2 + at));
  return wholeTable([columns, ...rows], findings, behind);
}

/** `{"code": 0, "list": [...]}` -> `code` */
function besideLists(object: JsonObject, lists: readonly RecordList[]): Finding[] {
  const paths = new Set(lists.map(({ path }) => path));
  const beside = [...flatCells(object)].filter(([path, cell]) => cell !== "" && !paths.has(path));
  return unreadKeys(beside.map(([path]) => path));
}
