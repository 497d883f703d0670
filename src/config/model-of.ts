import { canonicalModel, extendModel } from "../model/canonical-model.ts";
import { entityNames, type EntityName, type Field, type Model } from "../model/entity.ts";
import { customField } from "./custom-field.ts";
import type { Settings } from "./settings.ts";

/** The canonical model with the project's own fields. */
export function modelOf(settings: Pick<Settings, "model">): Model {
  const custom: Partial<Record<EntityName, Field[]>> = {};
  for (const entity of entityNames) {
    const fields = Object.entries(settings.model.fields[entity] ?? {});
    custom[entity] = fields.map(([name, each]) => customField(name, each));
  }
  return extendModel(canonicalModel, custom);
}
