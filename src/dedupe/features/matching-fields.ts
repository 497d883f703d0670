import type { EntityName, Field } from "../../model/entity.ts";
import type { FeatureOptions } from "./feature-options.ts";

/** The fields of the model that features are read from. */
const fieldsRead: Readonly<Partial<Record<EntityName, readonly string[]>>> = {
  customer: [
    "legal_name",
    "short_name",
    "former_names",
    "english_name",
    "uscc",
    "registration_no",
    "tax_no",
    "region",
    "address",
    "phones",
    "emails",
  ],
  contact: [
    "name",
    "customer",
    "department",
    "mobiles",
    "phones",
    "emails",
    "wechat_id",
    "external_userid",
  ],
};

/** The fields that matching looks at: the others need not be normalized to find duplicates. */
export function matchingFields(
  entity: EntityName,
  { fields = [], contactField }: FeatureOptions,
): Field[] {
  const read = new Set([...(fieldsRead[entity] ?? []), contactField]);
  return fields.filter(
    ({ name, custom, identifies }) => read.has(name) || (custom === true && identifies),
  );
}
