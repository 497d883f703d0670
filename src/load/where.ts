import { GoldpanError } from "../errors.ts";
import { entityNames, type EntityName, type Field, type Model } from "../model/entity.ts";
import type { GoldenContent, ReadGoldens } from "../model/golden.ts";
import { nameField } from "./look-ups.ts";

/** A condition as typed: `department=华东大区`, `contact.title!=采购`. */
export interface Condition {
  /** "" when none was named. */
  readonly entity: string;
  readonly name: string;
  readonly isEqual: boolean;
  readonly value: string;
}

/** A condition on golden records of one entity. */
export interface GoldenCondition {
  readonly entity: EntityName;
  readonly field: Field;
  readonly holds: (golden: GoldenContent) => boolean;
}

/** `parseCondition("customer.level!=D")` -> its parts. Throws LOAD_WRONG_CONDITION. */
export function parseCondition(text: string): Condition {
  const match = /^\s*(?:(\w+)\.)?(\w+)\s*(!?=)\s*(.*?)\s*$/su.exec(text);
  if (match === null) throw new GoldpanError("LOAD_WRONG_CONDITION", { text });
  const [, entity = "", name = "", operator, value = ""] = match;
  return { entity, name, isEqual: operator === "=", value };
}

/**
 * A condition on golden records: the entity is the one that is named, else the customer, else the
 * first that has the field. A word of an enum field may be its label; a reference is compared by
 * the name of the record it means. Throws LOAD_WRONG_CONDITION, LOAD_UNKNOWN_FIELD.
 */
export function goldenCondition(text: string, model: Model, goldens: ReadGoldens): GoldenCondition {
  const condition = parseCondition(text);
  const { entity, field } = fieldOf(condition, model);
  const wanted = wordOf(field, condition.value);
  const named =
    field.refersTo === undefined ? undefined : recordsNamed(wanted, field.refersTo, goldens);
  const fits = (item: string): boolean => item === wanted || named?.has(item) === true;
  const holds = ({ items }: GoldenContent): boolean =>
    (items[field.name] ?? []).some(fits) === condition.isEqual;
  return { entity, field, holds };
}

/** Golden records of the customer come first: a pilot is mostly a part of the customers. */
const searched: readonly EntityName[] = [
  "customer",
  ...entityNames.filter((name) => name !== "customer"),
];

function fieldOf(
  { entity, name }: Condition,
  model: Model,
): { readonly entity: EntityName; readonly field: Field } {
  for (const each of searched) {
    const field = model.entities[each].fields.find((known) => known.name === name);
    if (field !== undefined && (entity === "" || entity === each)) return { entity: each, field };
  }
  throw new GoldpanError("LOAD_UNKNOWN_FIELD", {
    field: entity === "" ? name : `${entity}.${name}`,
  });
}

/** `wordOf(level, "线索")` -> `"lead"` */
function wordOf({ values = [] }: Field, text: string): string {
  const found = values.find(({ value, zh, en }) => [value, zh, en].includes(text));
  return found?.value ?? text;
}

function recordsNamed(name: string, entity: EntityName, goldens: ReadGoldens): ReadonlySet<string> {
  const field = nameField(entity);
  const ids = new Set<string>();
  for (const { id, items } of goldens(entity, { fields: [field] })) {
    if (items[field]?.includes(name) === true) ids.add(id);
  }
  return ids;
}
