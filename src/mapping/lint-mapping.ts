import type { Problem } from "../errors.ts";
import { findField } from "../model/canonical-model.ts";
import type { EntityName, Model } from "../model/entity.ts";
import { matchColumns } from "./column-layout.ts";
import { parentLink } from "./parent-link.ts";
import type { EntityMapping, FieldRule, SourceMapping } from "./source-mapping.ts";

/**
 * What is allowed in a mapping and still deserves a look: columns that are not used, key fields
 * that nothing fills, values that become one, a field that has room for only one of its columns.
 * The columns are those of a table it is meant for; without them only the mapping itself is looked at.
 */
export function lintMapping(
  mapping: SourceMapping,
  model: Model,
  columns: readonly string[] = [],
): Problem[] {
  const entities = [mapping, ...mapping.children];
  return [
    ...unusedColumns(mapping, columns),
    ...entities.flatMap((each) => missingKeyFields(each, mapping.entity, model)),
    ...entities.flatMap(({ entity, fields }) =>
      Object.entries(fields).flatMap(([field, rule]) => [
        ...manyToOne(field, rule),
        ...narrowing(entity, field, rule, model),
      ]),
    ),
  ];
}

function unusedColumns(mapping: SourceMapping, columns: readonly string[]): Problem[] {
  return matchColumns(mapping, columns).unmappedColumns.map((column) => ({
    code: "MAPPING_UNUSED_COLUMN",
    details: { column },
  }));
}

function missingKeyFields(
  { entity, fields }: EntityMapping,
  parent: EntityName,
  model: Model,
): Problem[] {
  const link = entity === parent ? undefined : parentLink(entity, parent, model);
  return model.entities[entity].fields
    .filter(({ name, tier }) => tier === "key" && name !== link && !(name in fields))
    .map(({ name }) => ({
      code: "MAPPING_KEY_FIELD_MISSING",
      details: { entity, field: name },
    }));
}

function manyToOne(field: string, { values = {} }: FieldRule): Problem[] {
  const targets = [...new Set(Object.values(values))];
  return targets.flatMap((value): Problem[] => {
    const sources = Object.keys(values).filter((each) => values[each] === value);
    if (sources.length < 2) return [];
    const listed = sources.map((each) => `"${each}"`).join(", ");
    return [{ code: "MAPPING_MANY_TO_ONE", details: { field, values: listed, value } }];
  });
}

function narrowing(
  entity: EntityName,
  field: string,
  { from, join }: FieldRule,
  model: Model,
): Problem[] {
  const isList = findField(model, entity, field)?.list === true;
  if (isList || join !== undefined || from.length < 2) return [];
  const columns = from.map((column) => `\`${column}\``).join(", ");
  return [{ code: "MAPPING_NARROWS", details: { field, columns } }];
}
