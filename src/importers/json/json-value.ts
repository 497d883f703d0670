/** JSON as it is used here: numbers stay the digits that the file has. */
export type JsonValue =
  | null
  | boolean
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type JsonObject = Readonly<Record<string, JsonValue>>;

/**
 * Parses JSON and keeps every number as the text it is written in: ids of 19 digits stay whole.
 * `{"id": 1234567890123456789}` -> `{ id: "1234567890123456789" }`. Throws SyntaxError as `JSON.parse` does.
 * Follows the source text access of ECMAScript (`JSON.parse` with `context.source`).
 */
export function parseJson(text: string): JsonValue {
  const keepDigits = (_: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === "number" ? (context?.source ?? String(value)) : value;
  // The reviver leaves nothing but the types of JsonValue.
  return JSON.parse(text, keepDigits) as JsonValue;
}

/** The value as an object; undefined for everything else. */
export function asObject(value: JsonValue | undefined): JsonObject | undefined {
  if (value === null || typeof value !== "object" || isArray(value)) return undefined;
  return value;
}

/** The objects of an array; none for everything else. */
export function objectsOf(value: JsonValue | undefined): JsonObject[] {
  return isArray(value) ? onlyObjects(value) : [];
}

/** Keys with a value that are not among those that are read: `[{a: "1", b: "2"}]`, `["a"]` -> `["b"]` */
export function otherKeys(objects: readonly JsonObject[], read: readonly string[]): string[] {
  const known = new Set(read);
  const found = new Set<string>();
  for (const object of objects) {
    for (const [key, value] of Object.entries(object)) {
      if (!known.has(key) && cellOf(value) !== "") found.add(key);
    }
  }
  return [...found];
}

/** What stands in an array and is no object; nothing for everything that is no array. */
export function othersOf(value: JsonValue | undefined): JsonValue[] {
  return isArray(value) ? value.filter((each) => asObject(each) === undefined) : [];
}

/** Those of the values that are objects. */
export function onlyObjects(values: readonly JsonValue[]): JsonObject[] {
  return values.map((each) => asObject(each)).filter((each) => each !== undefined);
}

/**
 * A value as one cell: texts and numbers as they are, lists of them joined by `; `, anything deeper
 * as JSON. `null` -> `""`, `["A", "B"]` -> `"A; B"`
 */
export function cellOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (isArray(value) && value.every((each) => typeof each === "string")) return value.join("; ");
  return isEmpty(value) ? "" : JSON.stringify(value);
}

function isEmpty(value: JsonObject | readonly JsonValue[]): boolean {
  return Object.keys(value).length === 0;
}

export function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
