import type { Language } from "../errors.ts";
import { canonicalModel, findField } from "../model/canonical-model.ts";
import { entityNames, type EntityName } from "../model/entity.ts";

/** `labelOfEntity("customer", "zh")` -> `"客户"`; a name that is no entity stays */
export function labelOfEntity(entity: string, language: Language): string {
  const name = entityName(entity);
  return name === undefined ? entity : canonicalModel.entities[name][language];
}

/** `labelOfField("customer", "owner", "en")` -> `"Owner"`; a field of the project's own stays as it is named */
export function labelOfField(entity: string, field: string, language: Language): string {
  const name = entityName(entity);
  const known = name === undefined ? undefined : findField(canonicalModel, name, field);
  return known?.[language] ?? field;
}

function entityName(text: string): EntityName | undefined {
  return entityNames.find((each) => each === text);
}
