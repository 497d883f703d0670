import type { EntityName, Field, Model } from "../../model/entity.ts";
import type { StoreRow, StoreValue } from "../../model/plan.ts";
import type { RecordValue } from "../../model/record.ts";
import type { ScorableRecord } from "../../model/scorecard.ts";
import type { TargetTable } from "../../load/target-layout.ts";
import type { Store } from "../../stores/store.ts";
import { byCodePoint } from "../../text/code-point.ts";
import type { Target } from "../loading/open-target.ts";
import type { FieldNormalizer } from "../normalize-field.ts";
import { normalizeValues, prepareFieldNormalizers } from "../normalize-values.ts";
import { withActivity } from "./last-activity.ts";

/** A table of the CRM with what reads its rows. */
interface StoreTable {
  readonly target: TargetTable;
  readonly fields: ReadonlyMap<string, Field>;
  readonly normalizers: ReadonlyMap<string, FieldNormalizer>;
  /** Column -> word of the store -> word of the model. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * The rows of an entity in the CRM as the checks read them: values are normalized again, because
 * people have typed into the store since. Duplicates are not looked for.
 */
export async function* storeRecords(
  store: Store,
  { layout }: Target,
  entity: EntityName,
  model: Model,
): AsyncGenerator<ScorableRecord> {
  const target = layout.tables.find((table) => table.entity === entity);
  if (target === undefined) return;
  const table = prepareTable(target, model);
  const tableOf = (name: EntityName): TargetTable | undefined =>
    layout.tables.find((each) => each.entity === name);
  const users = await userNames(store, tableOf("user"));
  const activities = await lastActivities(store, tableOf("activity"), entity);
  for await (const row of store.iterateRows(target, columnsOf(target))) {
    const record = scorableRow(row, table, users);
    yield withActivity(record, activities.get(record.id));
  }
}

/** When somebody last dealt with each customer or contact, by the text of its key. */
async function lastActivities(
  store: Store,
  target: TargetTable | undefined,
  field: EntityName,
): Promise<ReadonlyMap<string, string>> {
  const last = new Map<string, string>();
  const columnOf = (name: string): string | undefined =>
    Object.entries(target?.columns ?? {}).find(([, each]) => each === name)?.[0];
  const [who, when] = [columnOf(field), columnOf("at")];
  if (target === undefined || who === undefined || when === undefined) return last;
  for await (const row of store.iterateRows(target, [target.primaryKey, who, when])) {
    const [key, at] = [row[who], row[when]];
    if (key === null || key === undefined || typeof at !== "string") continue;
    if (byCodePoint(last.get(String(key)) ?? "", at) < 0) last.set(String(key), at);
  }
  return last;
}

const columnsOf = ({ primaryKey, columns }: TargetTable): string[] => [
  primaryKey,
  ...Object.keys(columns),
];

function prepareTable(target: TargetTable, model: Model): StoreTable {
  const { fields } = model.entities[target.entity];
  const inverted = Object.entries(target.enums).map(([field, words]) => {
    const back = Object.entries(words).map(([ours, theirs]) => [String(theirs), ours] as const);
    return [field, new Map(back)] as const;
  });
  return {
    target,
    fields: new Map(fields.map((field) => [field.name, field])),
    normalizers: prepareFieldNormalizers(fields, () => []),
    words: new Map(inverted),
  };
}

function scorableRow(
  row: StoreRow,
  { target, fields, normalizers, words }: StoreTable,
  users: ReadonlyMap<StoreValue, string>,
): ScorableRecord {
  const raw: Record<string, readonly string[]> = {};
  const references: Record<string, readonly string[]> = {};
  for (const [column, name] of Object.entries(target.columns)) {
    const field = fields.get(name);
    const texts = textsOf(row[column] ?? null).map((text) => words.get(name)?.get(text) ?? text);
    if (field === undefined || texts.length === 0) continue;
    if (field.refersTo === undefined) raw[name] = texts;
    else references[name] = texts.map((key) => nameOf(field, key, users));
  }
  const id = String(row[target.primaryKey] ?? "");
  const { values } = normalizeValues(id, raw, normalizers, { repairs: "none" });
  const entries = Object.entries(values);
  const displays = entries.map(([name, value]) => [name, displaysOf(value)] as const);
  return {
    id,
    entity: target.entity,
    values: { ...Object.fromEntries(displays), ...references },
    findings: Object.fromEntries(entries.map(([name, { findings }]) => [name, findings])),
    cluster: "",
    clusterOwners: [],
  };
}

/** Checks look at the form that a value should have, not at how somebody wrote it. */
function displaysOf({ items }: RecordValue): string[] {
  return items.map(({ display, key }) => (/^\+?\d/.test(key) ? key : display));
}

/** One text, or several where a column holds a JSON array. */
function textsOf(value: StoreValue): string[] {
  if (value === null || value === "") return [];
  const text = String(value);
  if (!text.startsWith("[")) return [text];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.map(String) : [text];
  } catch {
    return [text];
  }
}

function nameOf({ refersTo }: Field, key: string, users: ReadonlyMap<StoreValue, string>): string {
  return refersTo === "user" ? (users.get(key) ?? key) : key;
}

/** Users by the text of their key. */
async function userNames(
  store: Store,
  target: TargetTable | undefined,
): Promise<ReadonlyMap<StoreValue, string>> {
  const names = new Map<StoreValue, string>();
  const [column] = Object.entries(target?.columns ?? {}).find(([, name]) => name === "name") ?? [];
  if (target === undefined || column === undefined) return names;
  for await (const row of store.iterateRows(target, [target.primaryKey, column])) {
    const name = row[column];
    if (typeof name === "string") names.set(String(row[target.primaryKey]), name);
  }
  return names;
}
