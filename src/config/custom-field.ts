import { z } from "zod";
import { enumValues, field } from "../model/define-field.ts";
import {
  entityNames,
  fieldTypes,
  type EntityName,
  type Field,
  type FieldComparison,
  type FieldTier,
  type FieldType,
} from "../model/entity.ts";

/** A field that a project adds to an entity. */
export interface CustomFieldSettings {
  readonly label: string;
  readonly type: FieldType;
  readonly tier: FieldTier;
  readonly list: boolean;
  readonly identifies: boolean;
  readonly compare: FieldComparison;
  readonly personal: boolean;
  readonly pattern?: string | undefined;
  readonly refers_to?: EntityName | undefined;
  readonly values?: Readonly<Record<string, string>> | undefined;
  readonly aliases: readonly string[];
}

const text = z.string().min(1);

/** `model.fields.<entity>.<name>` in goldpan.yaml. */
export const customFieldSettings: z.ZodType<CustomFieldSettings> = z.strictObject({
  label: text.describe("Heading in reports and workbooks"),
  type: z.enum(fieldTypes).default("text").describe("Decides how it is normalized and stored"),
  tier: z.enum(["key", "important", "nice"]).default("nice").describe("Weight in completeness"),
  list: z.boolean().default(false).describe("Holds several values"),
  identifies: z.boolean().default(false).describe("Equal values speak for the same customer"),
  compare: z
    .enum(["exact", "text", "name", "date", "number"])
    .default("exact")
    .describe("How matching compares it when it identifies"),
  personal: z.boolean().default(false).describe("Masked in logs and reports"),
  pattern: text
    .refine(isPattern, "a regular expression")
    .optional()
    .describe("What a value must look like"),
  refers_to: z.enum(entityNames).optional().describe("For type ref: the entity it points to"),
  values: z.record(text, text).optional().describe("For type enum: stored word and its label"),
  aliases: z.array(text).default([]).describe("Column headings that mean this field"),
});

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** The field of the model that the settings describe. */
export function customField(name: string, settings: CustomFieldSettings): Field {
  const { label, type, refers_to, values, pattern, compare, identifies, ...options } = settings;
  const words = Object.entries(values ?? {}).map(
    ([word, wordLabel]) => [word, wordLabel, wordLabel] as const,
  );
  const base = field(name, [label, label], type, {
    ...options,
    identifies,
    aliases: [label, ...options.aliases],
    ...(refers_to !== undefined && { refersTo: refers_to }),
    ...(values !== undefined && { values: enumValues(...words) }),
  });
  return {
    ...base,
    custom: true,
    ...(identifies && { compare }),
    ...(pattern !== undefined && { pattern }),
  };
}
