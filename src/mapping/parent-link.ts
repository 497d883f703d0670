import type { EntityName, Model } from "../model/entity.ts";

/**
 * The field by which a child record names its parent, or undefined when the two are unrelated.
 * `parentLink("contact", "customer", model)` -> "customer"
 */
export function parentLink(
  child: EntityName,
  parent: EntityName,
  model: Model,
): string | undefined {
  return model.entities[child].fields.find(
    ({ type, refersTo, name }) => type === "ref" && refersTo === parent && name !== "parent",
  )?.name;
}
