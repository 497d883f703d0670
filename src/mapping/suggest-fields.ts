import { recogniseColumns } from "../importers/heading-alias.ts";
import { findField } from "../model/canonical-model.ts";
import type { EntityName, FieldType, Model } from "../model/entity.ts";
import { nearHeading } from "./near-heading.ts";
import { valuePattern, type ValuePattern } from "./value-pattern.ts";

/** How sure a suggestion is: the heading is known, resembles a known one, or only the values do. */
export type Confidence = "heading" | "near heading" | "values";

/** A field that a column is suggested for. */
export interface ColumnGuess {
  readonly column: string;
  readonly field: string;
  readonly confidence: Confidence;
}

/** A heading and some of the cells below it. */
export interface SampledColumn {
  readonly column: string;
  readonly values: readonly string[];
}

/** Fields by what their values look like; the first that the entity has. */
const fieldsOfPattern: Readonly<Record<ValuePattern, readonly string[]>> = {
  email: ["emails", "email"],
  uscc: ["uscc"],
  mobile: ["mobiles", "mobile"],
  phone: ["phones"],
  // A date or a short name says too little about which field it is.
  date: [],
  person: [],
};

const typesWithDigits: readonly FieldType[] = [
  "amount",
  "code",
  "date",
  "datetime",
  "email",
  "number",
  "phone",
];

/** What each column most likely is for an entity; columns that nothing is known about are left out. */
export function suggestFields(
  columns: readonly SampledColumn[],
  entity: EntityName,
  model: Model,
): ColumnGuess[] {
  const known = recogniseColumns(
    columns.map(({ column }) => column),
    model,
    entity,
  );
  const near = nearHeading(model.entities[entity]);
  return columns.flatMap(({ column, values }, index): ColumnGuess[] => {
    const byHeading = known[index]?.field;
    if (byHeading !== undefined) return [{ column, field: byHeading, confidence: "heading" }];
    const pattern = valuePattern(values);
    const byValues = fieldOfPattern(pattern, entity, model);
    if (byValues !== undefined) return [{ column, field: byValues, confidence: "values" }];
    const byNear = near(column);
    if (byNear === undefined || !agrees(pattern, byNear, entity, model)) return [];
    return [{ column, field: byNear, confidence: "near heading" }];
  });
}

function fieldOfPattern(
  pattern: ValuePattern | undefined,
  entity: EntityName,
  model: Model,
): string | undefined {
  if (pattern === undefined) return undefined;
  return fieldsOfPattern[pattern].find((name) => findField(model, entity, name) !== undefined);
}

/** A heading that only resembles a known one must not be contradicted by its values. */
function agrees(
  pattern: ValuePattern | undefined,
  field: string,
  entity: EntityName,
  model: Model,
): boolean {
  const type = findField(model, entity, field)?.type;
  if (pattern === "date") return type === "date" || type === "datetime";
  // Short words are names, sources, levels and much else, but no codes.
  if (pattern === "person") return type !== undefined && !typesWithDigits.includes(type);
  return pattern === undefined;
}
