import type { NormalizedItem } from "../model/normalizer.ts";
import type { EntityRecord, RecordChange, RecordValue } from "../model/record.ts";
import { decodeParsed, encodeParsed, type StoredParsed } from "./parsed-values.ts";

/**
 * How values stand in the file: field -> items, each `[display]`, `[display, key]` where the key is
 * another text, or `[display, key, parsed]`; findings by field under "!". `{ legal_name:
 * { items: [{ display: "华宸公司", key: "华宸" }] } }` -> `{"legal_name":[["华宸公司","华宸"]]}`
 */
type StoredItem =
  | readonly [display: string]
  | readonly [display: string, key: string]
  | readonly [display: string, key: string, parsed: StoredParsed];
type StoredValues = Readonly<Record<string, readonly StoredItem[]>> & {
  readonly "!"?: Readonly<Record<string, readonly string[]>>;
};

/**
 * The values of a record as text, fields in their order. What normalizers understood of a value is
 * kept for the fields of `parsed` only, or for all when nothing is said.
 */
export function encodeValues(values: EntityRecord["values"], parsed?: readonly string[]): string {
  const stored: Record<string, unknown> = {};
  let findings: Record<string, readonly string[]> | undefined;
  for (const field in values) {
    const value = values[field];
    if (value === undefined) continue;
    if (value.items.length > 0) {
      const isKept = parsed === undefined || parsed.includes(field);
      stored[field] = value.items.map(isKept ? encodeItem : encodePlainItem);
    }
    if (value.findings.length > 0) findings = { ...findings, [field]: value.findings };
  }
  if (findings !== undefined) stored["!"] = findings;
  return JSON.stringify(stored);
}

function encodeItem({ display, key, parsed }: NormalizedItem): StoredItem {
  if (parsed === undefined) return encodePlainItem({ display, key });
  return [display, key, encodeParsed(parsed)];
}

function encodePlainItem({ display, key }: NormalizedItem): StoredItem {
  return key === display ? [display] : [display, key];
}

/** The values of a text that `encodeValues` wrote. */
export function decodeValues(text: string): EntityRecord["values"] {
  // Written by `encodeValues`.
  const { "!": findings = {}, ...stored } = JSON.parse(text) as StoredValues;
  const values: Record<string, RecordValue> = {};
  for (const [field, items] of Object.entries(stored)) {
    values[field] = { items: items.map(decodeItem), findings: findings[field] ?? [] };
  }
  for (const [field, codes] of Object.entries(findings)) {
    values[field] ??= { items: [], findings: codes };
  }
  return values;
}

function decodeItem([display, key = display, parsed]: StoredItem): NormalizedItem {
  return parsed === undefined ? { display, key } : { display, key, parsed: decodeParsed(parsed) };
}

/** SQL for the key of the first item of a field in a column of encoded values; NULL without a value. */
export function firstKeySql(column: string, field: string): string {
  const path = `$."${field}"[0]`;
  return `coalesce(json_extract(${column}, '${path}[1]'), json_extract(${column}, '${path}[0]'))`;
}

/** SQL for the display of the first item of a field. */
export function firstDisplaySql(column: string, field: string): string {
  return `json_extract(${column}, '$."${field}"[0][0]')`;
}

/** A repair as it stands in the file: field, rule, text before, and the text after where that is not known otherwise. */
type StoredChange = readonly [string, string, string] | readonly [string, string, string, string];

/**
 * Repairs beside the values they led to. The text after a step is left out where it is the text
 * before the next step, or the one value of the field. "" for none.
 */
export function encodeChanges(
  changes: readonly Pick<RecordChange, "field" | "rule" | "before" | "after">[],
  values: EntityRecord["values"],
): string {
  if (changes.length === 0) return "";
  const stored = changes.map(({ field, rule, before, after }, at): StoredChange => {
    return after === knownAfter(changes[at + 1], field, values)
      ? [field, rule, before]
      : [field, rule, before, after];
  });
  return JSON.stringify(stored);
}

function knownAfter(
  next: Pick<RecordChange, "field" | "before"> | undefined,
  field: string,
  values: EntityRecord["values"],
): string | undefined {
  if (next?.field === field) return next.before;
  const items = values[field]?.items ?? [];
  return items.length > 1 ? undefined : (items[0]?.display ?? "");
}

/** The repairs of a record from the texts that `encodeChanges` and `encodeValues` wrote. */
export function decodeChanges(text: string, record: string, valuesText: string): RecordChange[] {
  if (text === "") return [];
  const values = decodeValues(valuesText);
  // Written by `encodeChanges`.
  const stored = JSON.parse(text) as readonly StoredChange[];
  return stored.map(([field, rule, before, after], at) => {
    const next = stored[at + 1];
    const known = knownAfter(next && { field: next[0], before: next[2] }, field, values);
    return { record, field, rule, before, after: after ?? known ?? "" };
  });
}
