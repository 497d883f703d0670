import type { EntityName, Model } from "../model/entity.ts";
import { entityOf, entriesOf, textsOf, unknownField, valueOf, type Mistake } from "./mistake.ts";
import { parentLink } from "./parent-link.ts";
import { fieldRuleKeys } from "./source-mapping.ts";
import type { YamlPath } from "./yaml-document.ts";

/**
 * What the schema cannot see in a source mapping: fields the model does not have, columns named
 * twice, rules without a source, children that do not belong to their parent.
 */
export function sourceMistakes(mapping: unknown, model: Model): Mistake[] {
  const parent = entityOf(valueOf(mapping, "entity"));
  const children = listOf(valueOf(mapping, "children"));
  return [
    ...entityMistakes(mapping, [], model),
    ...children.flatMap((child, index) => [
      ...childMistakes(child, parent, model, ["children", index]),
      ...entityMistakes(child, ["children", index], model),
    ]),
    ...listOf(valueOf(mapping, "tests")).flatMap((test, index) =>
      testMistakes(test, ["tests", index, "records"], model),
    ),
  ];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function entityMistakes(mapping: unknown, path: YamlPath, model: Model): Mistake[] {
  const entity = entityOf(valueOf(mapping, "entity"));
  const fields = entriesOf(valueOf(mapping, "fields"));
  return [
    ...columnsTwice(valueOf(mapping, "row_key"), [...path, "row_key"]),
    ...fields.flatMap(([field, rule]) => {
      const here = [...path, "fields", field];
      const unknown =
        entity === undefined ? [] : unknownField(entity, field, model, { path: here, at: "key" });
      return [...unknown, ...ruleMistakes(rule, here)];
    }),
  ];
}

function ruleMistakes(rule: unknown, path: YamlPath): Mistake[] {
  if (typeof rule !== "object" || Array.isArray(rule)) return columnsTwice(rule, path);
  const keys = entriesOf(rule).map(([key]) => key);
  const sources = keys.filter((key) => key === "from" || key === "const").length;
  // A misspelt `from` has its own message from the schema.
  const isUnclear = sources !== 1 && keys.every((key) => fieldRuleKeys.includes(key));
  const key = path.join(".");
  const unclear: Mistake = { code: "MAPPING_RULE_EMPTY", details: { key }, path, at: "key" };
  return [
    ...(isUnclear ? [unclear] : []),
    ...columnsTwice(valueOf(rule, "from"), [...path, "from"]),
  ];
}

function columnsTwice(columns: unknown, path: YamlPath): Mistake[] {
  const texts = textsOf(columns);
  return texts
    .filter(({ text }, index) => texts.findIndex((each) => each.text === text) < index)
    .map(({ text, steps }) => ({
      code: "MAPPING_COLUMN_TWICE",
      details: { column: text, key: path.join(".") },
      path: [...path, ...steps],
      at: "value",
    }));
}

function childMistakes(
  child: unknown,
  parent: EntityName | undefined,
  model: Model,
  path: YamlPath,
): Mistake[] {
  const entity = entityOf(valueOf(child, "entity"));
  if (entity === undefined || parent === undefined) return [];
  if (parentLink(entity, parent, model) !== undefined) return [];
  const details = { entity, parent };
  return [{ code: "MAPPING_CHILD_UNRELATED", details, path: [...path, "entity"], at: "value" }];
}

function testMistakes(test: unknown, path: YamlPath, model: Model): Mistake[] {
  return listOf(valueOf(test, "records")).flatMap((record, index) => {
    const entity = entityOf(valueOf(record, "entity"));
    if (entity === undefined) return [];
    return entriesOf(valueOf(record, "values")).flatMap(([field]) =>
      unknownField(entity, field, model, { path: [...path, index, "values", field], at: "key" }),
    );
  });
}
