import type { Problem } from "../errors.ts";
import { findField } from "../model/canonical-model.ts";
import { entityNames, type EntityName, type FieldType, type Model } from "../model/entity.ts";
import { nearestName } from "./nearest-name.ts";
import type { YamlPath } from "./yaml-document.ts";

/** A mistake that only the model can tell, and the path of the key or value it stands at. */
export interface Mistake {
  readonly code: Problem["code"];
  readonly details: Problem["details"];
  readonly path: YamlPath;
  readonly at: "key" | "value";
}

/**
 * Entries of a map, or none when there is no map: what is not of the right shape is reported by
 * the schema, and the rest of the file is checked all the same.
 */
export function entriesOf(value: unknown): [string, unknown][] {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  return isMap ? Object.entries(value) : [];
}

/** `valueOf({ a: 1 }, "a")` -> 1, undefined when it is no map or has no such key */
export function valueOf(map: unknown, key: string): unknown {
  return entriesOf(map).find(([each]) => each === key)?.[1];
}

/** The texts of a list, or of a single text, each with its place in the list. */
export function textsOf(value: unknown): { readonly text: string; readonly steps: YamlPath }[] {
  if (typeof value === "string") return [{ text: value, steps: [] }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((text: unknown, index) =>
    typeof text === "string" ? [{ text, steps: [index] }] : [],
  );
}

/** `entityOf("customer")` -> "customer", undefined for anything that is no entity */
export function entityOf(value: unknown): EntityName | undefined {
  return entityNames.find((each) => each === value);
}

/** MAPPING_UNKNOWN_FIELD with the nearest field, or nothing when the entity has the field. */
export function unknownField(
  entity: EntityName,
  field: string,
  model: Model,
  spot: Pick<Mistake, "path" | "at">,
): Mistake[] {
  if (findField(model, entity, field) !== undefined) return [];
  const nearest = nearestName(
    field,
    model.entities[entity].fields.map(({ name }) => name),
  );
  return [{ code: "MAPPING_UNKNOWN_FIELD", details: { entity, field, nearest }, ...spot }];
}

/** MAPPING_TYPE_MISMATCH when the entity has the field, but not of one of these types. */
export function wrongFieldType(
  entity: EntityName,
  field: string,
  model: Model,
  spot: Pick<Mistake, "path" | "at"> & { readonly types: readonly FieldType[] },
): Mistake[] {
  const { types, path, at } = spot;
  const found = findField(model, entity, field)?.type;
  if (found === undefined || types.includes(found)) return [];
  const details = { key: path.join("."), expected: types.join(" | "), field, found };
  return [{ code: "MAPPING_TYPE_MISMATCH", details, path, at }];
}
