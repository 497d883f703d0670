import { activity } from "./entities/activity.ts";
import { contact } from "./entities/contact.ts";
import { customer } from "./entities/customer.ts";
import { opportunity } from "./entities/opportunity.ts";
import { order } from "./entities/order.ts";
import { quote } from "./entities/quote.ts";
import { task } from "./entities/task.ts";
import { user } from "./entities/user.ts";
import type { Entity, EntityName, Field, Model } from "./entity.ts";

/** The canonical model without custom fields. */
export const canonicalModel: Model = {
  entities: { user, customer, contact, opportunity, activity, quote, order, task },
};

/** The same model with a project's custom fields appended to their entities. */
export function extendModel(
  model: Model,
  custom: Readonly<Partial<Record<EntityName, readonly Field[]>>>,
): Model {
  const entries = Object.values(model.entities).map((entity: Entity) => [
    entity.name,
    { ...entity, fields: [...entity.fields, ...(custom[entity.name] ?? [])] },
  ]);
  // Built from the entries of the same record, so every entity name is present.
  return { entities: Object.fromEntries(entries) as Model["entities"] };
}

/** `findField(model, "customer", "uscc")` -> the field, or undefined when the entity has none of that name */
export function findField(model: Model, entity: EntityName, name: string): Field | undefined {
  return model.entities[entity].fields.find((each) => each.name === name);
}
