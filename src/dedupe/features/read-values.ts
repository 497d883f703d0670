import type { NormalizedItem } from "../../model/normalizer.ts";
import type { Parsed, ParsedPhone } from "../../model/parsed.ts";
import type { EntityRecord } from "../../model/record.ts";

const noItems: readonly NormalizedItem[] = [];

/** The items of a field, none when the record lacks it. */
export function itemsOf(record: EntityRecord, field: string): readonly NormalizedItem[] {
  return record.values[field]?.items ?? noItems;
}

/** The keys of a field without empty ones. */
export function keysOf(record: EntityRecord, field: string): readonly string[] {
  const keys: string[] = [];
  for (const { key } of itemsOf(record, field)) if (key !== "") keys.push(key);
  return keys;
}

/** The primary key of a field, "" when missing. */
export function keyOf(record: EntityRecord, field: string): string {
  return itemsOf(record, field)[0]?.key ?? "";
}

/** What the normalizer understood of the primary value, when it is of that kind. */
export function parsedOf<Kind extends Parsed["kind"]>(
  record: EntityRecord,
  field: string,
  kind: Kind,
): Extract<Parsed, { kind: Kind }> | undefined {
  const parsed = itemsOf(record, field)[0]?.parsed;
  // The check of `kind` is what `Extract` says; the compiler cannot follow a generic kind.
  return parsed?.kind === kind ? (parsed as Extract<Parsed, { kind: Kind }>) : undefined;
}

/** Keys of real numbers: test numbers and extensions without a number identify nobody. */
export function phoneKeys(record: EntityRecord, field: string): readonly string[] {
  const keys: string[] = [];
  for (const item of itemsOf(record, field)) {
    if (item.key !== "" && isIdentifying(item)) keys.push(item.key);
  }
  return keys;
}

function isIdentifying(item: NormalizedItem): boolean {
  if (item.parsed?.kind !== "phone") return true;
  const phone: ParsedPhone = item.parsed;
  return !phone.isPlaceholder && phone.type !== "short";
}

/** A division code as an integer: `regionNumber("310115")` -> 310115, 0 when unknown */
export function regionNumber(code: string): number {
  return /^[1-9]\d{5}$/.test(code) ? Number(code) : 0;
}
