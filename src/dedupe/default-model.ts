import type { EntityName } from "../model/entity.ts";
import contactModel from "./data/contact-model.json" with { type: "json" };
import customerModel from "./data/customer-model.json" with { type: "json" };
import { matchModelSchema, type MatchModel } from "./match-model.ts";

const models = new Map<"contact" | "customer", MatchModel>();

/**
 * The shipped model for an entity, so that a file of 200 rows works without training. The one for
 * customers knows Chinese company names: what is shared counts by its rarity in the table at hand,
 * one bit for one bit; the milli-bits beside it say how often true pairs stand at a level at all.
 */
export function defaultModel(entity: EntityName): MatchModel {
  const name = entity === "contact" ? "contact" : "customer";
  const known = models.get(name);
  if (known !== undefined) return known;
  const model = matchModelSchema.parse(name === "contact" ? contactModel : customerModel);
  models.set(name, model);
  return model;
}
