import type { Field, Model } from "../../model/entity.ts";
import type { Finding } from "../../model/finding.ts";
import type { NormalizedItem } from "../../model/normalizer.ts";
import type { EntityRecord, RecordValue } from "../../model/record.ts";
import { byCodePoint } from "../../text/code-point.ts";
import type { FieldChange } from "../normalize-field.ts";
import type { NormalizedDraft } from "./row-draft.ts";

/** Rows of one export that stand for one record, as one record. */
export interface JoinedRows {
  readonly joined: NormalizedDraft;
  /** Rows that have the key of the record and are something else. */
  readonly strangers: readonly NormalizedDraft[];
}

/**
 * One record of several rows with one key in one export: a customer list with a row for each
 * colleague becomes one contact with several owners. Lists are united in the order given; of
 * different single values the most frequent one stays and the others are named. A row whose own
 * name is another one is a stranger. The drafts come in an order that does not depend on their rows.
 */
export function joinRows(drafts: readonly NormalizedDraft[], model: Model): JoinedRows {
  const [first] = drafts;
  if (first === undefined) throw new Error("No rows to join");
  const members = drafts.filter((each) => isSameThing(first.record, each.record));
  const strangers = drafts.filter((each) => !members.includes(each));
  if (members.length === 1) return { joined: first, strangers };
  const { fields } = model.entities[first.record.entity];
  const values: Record<string, RecordValue> = {};
  const findings: Finding[] = [];
  for (const field of fields) {
    const found = members.flatMap(({ record }) => record.values[field.name] ?? []);
    if (found.length === 0) continue;
    const { value, others } = joinValues(found, field);
    values[field.name] = value;
    findings.push(...others.map((item) => disagreement(first.record, field, item, value)));
  }
  const extra = Object.assign({}, ...members.toReversed().map(({ record }) => record.extra));
  const joined = {
    record: { ...first.record, values, extra },
    changes: distinct(members.flatMap(({ changes }) => changes)),
    findings: [...distinct(members.flatMap((each) => each.findings)), ...findings],
    linked: first.linked,
  };
  return { joined, strangers };
}

/** Names of two companies under one key are a mistake of the source; spellings of one are not. */
function isSameThing(left: EntityRecord, right: EntityRecord): boolean {
  const [a, b] = [identityOf(left), identityOf(right)];
  return a === "" || b === "" || a === b;
}

function identityOf({ values }: EntityRecord): string {
  const [item] = values["legal_name"]?.items ?? values["name"]?.items ?? [];
  if (item === undefined) return "";
  if (item.parsed?.kind !== "company-name") return item.key;
  return item.parsed.brand === "" ? item.parsed.norm : item.parsed.brand;
}

interface JoinedValue {
  readonly value: RecordValue;
  /** Single values that others outvoted. */
  readonly others: readonly NormalizedItem[];
}

function joinValues(found: readonly RecordValue[], field: Field): JoinedValue {
  const findings = [...new Set(found.flatMap((each) => each.findings))].toSorted(byCodePoint);
  const items = distinctItems(found.flatMap((each) => each.items));
  if (field.list) return { value: { items, findings }, others: [] };
  const [kept, ...others] = ranked(items, found, field);
  const isTime = field.type === "date" || field.type === "datetime";
  return {
    value: { items: kept === undefined ? [] : [kept], findings },
    others: isTime ? [] : others.filter((each) => each.display !== kept?.display),
  };
}

/** Of times the first contact and the last activity, of other values the most frequent one. */
function ranked(
  items: readonly NormalizedItem[],
  found: readonly RecordValue[],
  { name, type }: Field,
): readonly NormalizedItem[] {
  if (type === "date" || type === "datetime") {
    const ascending = items.toSorted((a, b) => byCodePoint(a.display, b.display));
    return name === "source_created_at" ? ascending : ascending.toReversed();
  }
  const count = (item: NormalizedItem): number =>
    found.filter(({ items: [own] }) => own !== undefined && identity(own) === identity(item))
      .length;
  return items.toSorted((a, b) => count(b) - count(a));
}

const identity = ({ key, display }: NormalizedItem): string => (key === "" ? display : key);

function distinctItems(items: readonly NormalizedItem[]): NormalizedItem[] {
  const first = new Map<string, NormalizedItem>();
  for (const item of items) if (!first.has(identity(item))) first.set(identity(item), item);
  return [...first.values()];
}

function distinct<Row extends FieldChange | Finding>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function disagreement(
  { id, entity }: EntityRecord,
  field: Field,
  item: NormalizedItem,
  kept: RecordValue,
): Finding {
  return {
    code: "N012",
    severity: "warning",
    entity,
    record: id,
    field: field.name,
    value: item.display,
    // A detail is shown as it stands, so it must not hold what the field would mask.
    ...(!field.personal && { detail: kept.items[0]?.display ?? "" }),
  };
}
