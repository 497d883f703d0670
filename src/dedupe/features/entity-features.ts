import type { EntityName, Field } from "../../model/entity.ts";
import type { EntityRecord } from "../../model/record.ts";
import type { PackedCustomField } from "../packed-records.ts";
import { contactColumns, readContactFeatures } from "./contact-features.ts";
import { customerColumns, readCustomerFeatures } from "./customer-features.ts";
import type { FeatureOptions } from "./feature-options.ts";
import type { FeatureColumn, FeatureSet } from "./feature-set.ts";
import { itemsOf, keysOf } from "./read-values.ts";
import { wordsOf } from "./words.ts";

/** How the records of one entity become features. */
export interface EntityFeatures {
  readonly columns: readonly FeatureColumn[];
  readonly customFields: readonly PackedCustomField[];
  read(record: EntityRecord): FeatureSet;
}

/** The features of an entity with the custom fields that identify; other entities have only those. */
export function entityFeatures(entity: EntityName, options: FeatureOptions): EntityFeatures {
  const customFields = identifyingFields(options.fields ?? []);
  const own = ownFeatures(entity, options);
  const worded = customFields.filter(({ compare }) => compare === "text" || compare === "name");
  const customColumns = [
    // Names share a dictionary, because they stand in each other's field at times.
    ...customFields.map(({ name, compare }): FeatureColumn => ({
      name: `custom.${name}`,
      kind: "texts",
      keepsText: true,
      ...(compare === "name" && { dictionary: "custom names" }),
    })),
    ...worded.map(({ name }): FeatureColumn => ({
      name: `words.${name}`,
      kind: "texts",
      keepsText: true,
    })),
  ];
  return {
    columns: [...own.columns, ...customColumns],
    customFields,
    read(record) {
      const { texts, numbers } = own.read(record);
      const custom = [
        ...customFields.map(({ name }) => [`custom.${name}`, keysOf(record, name)]),
        ...worded.map(({ name }) => [
          `words.${name}`,
          itemsOf(record, name).flatMap(({ display }) => wordsOf(display)),
        ]),
      ];
      return { texts: { ...texts, ...Object.fromEntries(custom) }, numbers };
    },
  };
}

function ownFeatures(
  entity: EntityName,
  options: FeatureOptions,
): Pick<EntityFeatures, "columns" | "read"> {
  if (entity === "customer") {
    return { columns: customerColumns, read: (record) => readCustomerFeatures(record, options) };
  }
  if (entity === "contact") {
    return { columns: contactColumns, read: (record) => readContactFeatures(record, options) };
  }
  return { columns: [], read: () => ({ texts: {}, numbers: {} }) };
}

function identifyingFields(fields: readonly Field[]): PackedCustomField[] {
  return fields
    .filter((each) => each.custom === true && each.identifies)
    .map(({ name, compare }) => ({ name, compare: compare ?? "exact" }));
}
