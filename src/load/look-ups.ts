import { findField } from "../model/canonical-model.ts";
import type { EntityName, Field, Model } from "../model/entity.ts";
import type { ReadGoldens } from "../model/golden.ts";
import type { StoreValue } from "../model/plan.ts";
import type { Lookup } from "../mapping/store-mapping.ts";
import type { Store } from "../stores/store.ts";
import type { LookUp } from "./golden-row.ts";
import type { TargetTable } from "./target-layout.ts";

interface LookUpQuestion {
  readonly store: Store;
  readonly model: Model;
  readonly target: TargetTable;
  readonly goldens: ReadGoldens;
}

/**
 * How the references of an entity are found that the store mapping looks up: the record referred
 * to is compared by the field that is named like the column, else by its name. What is no golden
 * id counts as the name itself.
 */
export async function lookUpsOf(question: LookUpQuestion): Promise<ReadonlyMap<string, LookUp>> {
  const { model, target } = question;
  const lookUps = new Map<string, LookUp>();
  for (const [name, lookup] of Object.entries(target.lookups)) {
    const field = findField(model, target.entity, name);
    if (field === undefined) continue;
    const names = namesOf(field, lookup, question);
    const keys = await keysOf(lookup, question.store);
    lookUps.set(name, (id) => keys.get(names.get(id) ?? id) ?? null);
  }
  return lookUps;
}

function namesOf(
  { refersTo }: Field,
  { on }: Lookup,
  { model, goldens }: LookUpQuestion,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  if (refersTo === undefined) return names;
  const field = findField(model, refersTo, on)?.name ?? nameField(refersTo);
  for (const { id, items } of goldens(refersTo, { fields: [field] })) {
    const text = items[field]?.[0];
    if (text !== undefined) names.set(id, text);
  }
  return names;
}

/** The field by which people call a record of the entity. */
export function nameField(entity: EntityName): string {
  if (entity === "customer") return "legal_name";
  if (entity === "quote" || entity === "order") return "number";
  return entity === "activity" || entity === "task" ? "subject" : "name";
}

/** Text -> key; null where several rows have that text. */
async function keysOf(
  { table, key, on }: Lookup,
  store: Store,
): Promise<ReadonlyMap<string, StoreValue>> {
  const keys = new Map<string, StoreValue>();
  for await (const row of store.iterateRows({ table, primaryKey: key }, [key, on])) {
    const text = row[on] ?? null;
    if (text !== null) keys.set(String(text), keys.has(String(text)) ? null : (row[key] ?? null));
  }
  return keys;
}
