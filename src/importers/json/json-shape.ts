import type { JsonObject, JsonValue } from "./json-value.ts";

/** Headings and rows that a piece of JSON becomes. */
export interface JsonTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * How one program's JSON becomes a table with headings that a source profile knows. A shape is
 * asked with each top-level object: the whole file, or one line of it.
 */
export interface JsonShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** Is this object one of the shape's? Only then `rowsOf` is asked. */
  matches(value: JsonObject): boolean;
  rowsOf(value: JsonObject): readonly (readonly string[])[];
  /** Keys of the object and of its records that no column has: they are named. */
  unreadOf(value: JsonObject): readonly string[];
  /** What stands among the records of the object and is none: it is set aside with its text. */
  straysOf(value: JsonObject): readonly JsonValue[];
}
