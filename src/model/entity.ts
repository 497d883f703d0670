/** The eight entities of the canonical model, in the order in which they are loaded. */
export const entityNames = [
  "user",
  "customer",
  "contact",
  "opportunity",
  "activity",
  "quote",
  "order",
  "task",
] as const;

export type EntityName = (typeof entityNames)[number];

export const fieldTypes = [
  "text",
  "name",
  "person",
  "code",
  "phone",
  "email",
  "url",
  "region",
  "address",
  "industry",
  "enum",
  "amount",
  "number",
  "date",
  "datetime",
  "bool",
  "ref",
  "json",
] as const;

export type FieldType = (typeof fieldTypes)[number];

/** How much a field weighs in completeness: key (K), important (I), nice (N). */
export type FieldTier = "key" | "important" | "nice";

/** How matching compares a custom field that identifies. */
export type FieldComparison = "exact" | "text" | "name" | "date" | "number";

/** One value of an enum field: the stored word, its labels and the other words people write for it. */
export interface EnumValue {
  readonly value: string;
  readonly zh: string;
  readonly en: string;
  readonly synonyms?: readonly string[];
}

/**
 * One field of an entity. Mapping, normalizing, checks, weights, the store schema, reports and
 * their Chinese headings all read it from here.
 */
export interface Field {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly type: FieldType;
  /** The field holds several values of `type`; the first is the primary one. */
  readonly list: boolean;
  readonly tier: FieldTier;
  /** Equal values are evidence that two records are the same thing. */
  readonly identifies: boolean;
  readonly personal: boolean;
  /** For `ref`: the entity it points to. */
  readonly refersTo?: EntityName;
  readonly values?: readonly EnumValue[];
  /** For custom fields that identify. */
  readonly compare?: FieldComparison;
  /** For custom fields: the pattern a value must match. */
  readonly pattern?: string;
  /** Column headings that mean this field, as people and systems write them. */
  readonly aliases: readonly string[];
  readonly custom?: boolean;
}

export interface Entity {
  readonly name: EntityName;
  readonly zh: string;
  readonly en: string;
  readonly fields: readonly Field[];
}

/** The model a project works with: the canonical one, with the project's custom fields added. */
export interface Model {
  readonly entities: Readonly<Record<EntityName, Entity>>;
}
