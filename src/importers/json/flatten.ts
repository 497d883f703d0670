import type { JsonTable } from "./json-shape.ts";
import {
  asObject,
  cellOf,
  objectsOf,
  othersOf,
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

/**
 * `{"name": "A", "address": {"city": "苏州"}}` -> `name`: `A`, `address.city`: `苏州`. Of two values at
 * one path, as in `{"a.b": 1, "a": {"b": 2}}`, the second stands at `a.b (2)`.
 */
export function flatCells(object: JsonObject): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [path, cell] of entriesOf(object, "", 1)) cells.set(freePath(path, cells), cell);
  return cells;
}

function freePath(path: string, cells: ReadonlyMap<string, string>): string {
  if (!cells.has(path)) return path;
  let number = 2;
  while (cells.has(`${path} (${number})`)) number += 1;
  return `${path} (${number})`;
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

/** A list of records in a JSON document, and what stands in it that is none. */
export interface RecordList {
  /** `data.list`: the keys that lead to it. */
  readonly path: string;
  readonly records: readonly JsonObject[];
  readonly others: readonly JsonValue[];
}

/** Answers of web services wrap their list twice or three times. */
const deepestList = 4;

/**
 * The lists of records that an object holds, whatever the program calls them, the longest first.
 * `{"data": {"list": [{"name": "A"}, 5]}}` -> at `data.list` one record, and 5
 */
export function recordListsOf(object: JsonObject): RecordList[] {
  return listsWithin(object, "", 1).toSorted((a, b) => b.records.length - a.records.length);
}

function listsWithin(object: JsonObject, prefix: string, depth: number): RecordList[] {
  return Object.entries(object).flatMap(([key, value]): RecordList[] => {
    const path = `${prefix}${key}`;
    const records = objectsOf(value);
    if (records.length > 0) return [{ path, records, others: othersOf(value) }];
    const within = asObject(value);
    const isSearched = within !== undefined && depth < deepestList;
    return isSearched ? listsWithin(within, `${path}.`, depth + 1) : [];
  });
}
