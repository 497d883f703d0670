import type { JsonTable } from "./json-shape.ts";
import {
  asObject,
  cellOf,
  isArray,
  objectsOf,
  type JsonObject,
  type JsonValue,
} from "./json-value.ts";

/** Deeper than this an object is kept as JSON in one cell. */
const deepest = 3;

/**
 * Objects as a table: a column for each key in the order of first appearance, those of an object
 * within by path.
 * `[{"name": "A", "address": {"city": "苏州"}}]` -> columns `name`, `address.city`
 */
export function flattenObjects(objects: readonly JsonObject[]): JsonTable {
  const flat = objects.map((each) => flatCells(each));
  const columns = [...new Set(flat.flatMap((each) => [...each.keys()]))];
  const rows = flat.map((each) => columns.map((column) => each.get(column) ?? ""));
  return { columns, rows };
}

/** `{"name": "A", "address": {"city": "苏州"}}` -> `name`: `A`, `address.city`: `苏州` */
export function flatCells(object: JsonObject): Map<string, string> {
  return new Map(entriesOf(object, "", 1));
}

function entriesOf(value: JsonObject, prefix: string, depth: number): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const within = asObject(inner);
    const path = `${prefix}${key}`;
    return within !== undefined && depth < deepest && Object.keys(within).length > 0
      ? entriesOf(within, `${path}.`, depth + 1)
      : [[path, cellOf(inner)]];
  });
}

/** The list of records in a JSON document, and what stands in it that is none. */
export interface RecordList {
  readonly records: readonly JsonObject[];
  readonly others: readonly JsonValue[];
}

/**
 * The list of records in a JSON document: itself, or the longest list of objects that it holds at
 * its top, whatever the program calls it; an object alone is a list of one.
 * `{"list": [{"name": "A"}, 5]}` -> one record, and 5
 */
export function recordsOf(value: JsonValue): RecordList {
  const object = asObject(value);
  if (object === undefined) return listOf(value);
  const lists = [...Object.values(object), ...innerLists(object)]
    .map((each) => listOf(each))
    .toSorted((a, b) => b.records.length - a.records.length);
  const [longest] = lists;
  if (longest === undefined || longest.records.length === 0)
    return { records: [object], others: [] };
  return longest;
}

function listOf(value: JsonValue): RecordList {
  const records = objectsOf(value);
  const others = isArray(value) ? value.filter((each) => asObject(each) === undefined) : [];
  return { records, others };
}

/** `{"data": {"list": [...]}}`: answers of web services wrap their list twice. */
function innerLists(object: JsonObject): JsonValue[] {
  return Object.values(object).flatMap((each) => Object.values(asObject(each) ?? {}));
}
