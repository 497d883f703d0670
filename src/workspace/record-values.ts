import type { NormalizedItem } from "../model/normalizer.ts";
import type { EntityRecord, RecordValue } from "../model/record.ts";
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
  return [display, key, encodeParsed(parsed, display)];
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
  if (parsed === undefined) return { display, key };
  return { display, key, parsed: decodeParsed(parsed, display) };
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
