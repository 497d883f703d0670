import type { EntityName, Field } from "../../model/entity.ts";
import type { EntityRecord } from "../../model/record.ts";
import type { PackedCustomField } from "../packed-records.ts";
import { contactReader } from "./contact-features.ts";
import { customerReader } from "./customer-features.ts";
import type { FeatureOptions } from "./feature-options.ts";
import { featureReader, type Feature, type FeatureReader } from "./feature-set.ts";
import { itemsOf, keysOf } from "./read-values.ts";
import { wordsOf } from "./words.ts";

/** How the records of one entity become features. */
export interface EntityFeatures extends FeatureReader {
  readonly customFields: readonly PackedCustomField[];
}

/** The features of an entity with the custom fields that identify; other entities have only those. */
export function entityFeatures(entity: EntityName, options: FeatureOptions): EntityFeatures {
  const customFields = identifyingFields(options.fields ?? []);
  const own = ownReader(entity, options);
  if (customFields.length === 0) return { ...own, customFields };
  const custom = customReader(customFields);
  return {
    columns: [...own.columns, ...custom.columns],
    customFields,
    read: (records) => [...own.read(records), ...custom.read(records)],
  };
}

function customReader(customFields: readonly PackedCustomField[]): FeatureReader {
  const worded = customFields.filter(({ compare }) => compare === "text" || compare === "name");
  const features = [
    // Names share a dictionary, because they stand in each other's field at times.
    ...customFields.map(({ name, compare }): Feature<EntityRecord> => ({
      name: `custom.${name}`,
      kind: "texts",
      keepsText: true,
      ...(compare === "name" && { dictionary: "custom names" }),
      read: (record) => keysOf(record, name),
    })),
    ...worded.map(({ name }): Feature<EntityRecord> => ({
      name: `words.${name}`,
      kind: "texts",
      keepsText: true,
      read: (record) => itemsOf(record, name).flatMap(({ display }) => wordsOf(display)),
    })),
  ];
  return featureReader(features, (record) => record);
}

function ownReader(entity: EntityName, options: FeatureOptions): FeatureReader {
  if (entity === "customer") return customerReader(options);
  if (entity === "contact") return contactReader(options);
  return { columns: [], read: () => [] };
}

function identifyingFields(fields: readonly Field[]): PackedCustomField[] {
  return fields
    .filter((each) => each.custom === true && each.identifies)
    .map(({ name, compare }) => ({ name, compare: compare ?? "exact" }));
}
