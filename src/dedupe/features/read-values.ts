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
  return keysThat(itemsOf(record, field), hasKey);
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
  return keysThat(itemsOf(record, field), isIdentifying);
}

const noKeys: readonly string[] = [];

/** Most fields have one value or none; a list that grows takes room for many. */
function keysThat(
  items: readonly NormalizedItem[],
  isWanted: (item: NormalizedItem) => boolean,
): readonly string[] {
  const [first] = items;
  if (first === undefined) return noKeys;
  if (items.length === 1) return isWanted(first) ? [first.key] : noKeys;
  return items.filter(isWanted).map(({ key }) => key);
}

function hasKey({ key }: NormalizedItem): boolean {
  return key !== "";
}

function isIdentifying(item: NormalizedItem): boolean {
  if (item.key === "") return false;
  if (item.parsed?.kind !== "phone") return true;
  const phone: ParsedPhone = item.parsed;
  return !phone.isPlaceholder && phone.type !== "short";
}

/** A division code as an integer: `regionNumber("310115")` -> 310115, 0 when unknown */
export function regionNumber(code: string): number {
  if (code.length !== 6) return 0;
  let number = 0;
  for (let at = 0; at < code.length; at += 1) {
    const digit = code.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return 0;
    number = number * 10 + digit;
  }
  return number < 100_000 ? 0 : number;
}

const zero = 0x30;
