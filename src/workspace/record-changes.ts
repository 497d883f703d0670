import type { EntityRecord, RecordChange } from "../model/record.ts";
import { decodeValues } from "./record-values.ts";

/**
 * A repair as it stands in the file: the field as its place among the fields that have values, or by
 * its name; the rule as the number behind its N; the text before; the text after where that is not
 * known otherwise. Files of older versions have names and rules as texts throughout.
 */
type StoredChange = readonly [
  field: string | number,
  rule: string | number,
  before: string,
  after?: string,
];

type Change = Omit<RecordChange, "record">;

/**
 * Repairs beside the values they led to, "" for none. The text after a step is left out where it is
 * the text before the next step, or the one value of the field. A repair of `phones`, the second
 * field: `[[1,201,"0755-28780808"]]`
 */
export function encodeChanges(changes: readonly Change[], values: EntityRecord["values"]): string {
  if (changes.length === 0) return "";
  const fields = filledFields(values);
  const stored = changes.map(({ field, rule, before, after }, at): StoredChange => {
    const place = fields.indexOf(field);
    const known = knownAfter(changes[at + 1], field, values);
    const name = place === -1 ? field : place;
    return after === known
      ? [name, storedRule(rule), before]
      : [name, storedRule(rule), before, after];
  });
  return JSON.stringify(stored);
}

function filledFields(values: EntityRecord["values"]): string[] {
  const fields: string[] = [];
  for (const field in values) if ((values[field]?.items.length ?? 0) > 0) fields.push(field);
  return fields;
}

const storedRules = new Map<string, string | number>();

/** `"N021"` -> 21, other rules as they are. Rules are few, and are asked for with every repair. */
function storedRule(rule: string): string | number {
  const known = storedRules.get(rule);
  if (known !== undefined) return known;
  const number = Number(rule.slice(1));
  const stored = ruleOf(number) === rule ? number : rule;
  storedRules.set(rule, stored);
  return stored;
}

function ruleOf(number: number): string {
  return `N${String(number).padStart(3, "0")}`;
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
  const fields = filledFields(values);
  const nameOf = (field: string | number): string =>
    typeof field === "number" ? (fields[field] ?? "") : field;
  // Written by `encodeChanges`.
  const stored = JSON.parse(text) as readonly StoredChange[];
  return stored.map(([place, rule, before, after], at) => {
    const field = nameOf(place);
    const next = stored[at + 1];
    const known = knownAfter(next && { field: nameOf(next[0]), before: next[2] }, field, values);
    return {
      record,
      field,
      rule: typeof rule === "number" ? ruleOf(rule) : rule,
      before,
      after: after ?? known ?? "",
    };
  });
}
