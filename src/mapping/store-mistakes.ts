import type { EntityName, FieldType, Model } from "../model/entity.ts";
import {
  entityOf,
  entriesOf,
  textsOf,
  unknownField,
  valueOf,
  wrongFieldType,
  type Mistake,
} from "./mistake.ts";
import type { YamlPath } from "./yaml-document.ts";

/** A place of a store mapping that names a field of the model. */
interface Mention {
  readonly entity: EntityName;
  readonly field: string;
  readonly path: YamlPath;
  readonly at: "key" | "value";
  readonly types?: readonly FieldType[];
}

/** The part of a mapping that belongs to one entity. */
interface Section {
  readonly entity: EntityName;
  readonly value: unknown;
  readonly path: YamlPath;
}

/** Names that stand where a field stands, and are none of the model's. */
const otherNames: readonly string[] = ["golden_id", "default"];

/** Fields named in a store mapping that the model does not have, or that have another type. */
export function storeMistakes(mapping: unknown, model: Model): Mistake[] {
  return mentionsIn(mapping)
    .filter(({ field }) => !otherNames.includes(field))
    .flatMap(({ entity, field, path, at, types }) => [
      ...unknownField(entity, field, model, { path, at }),
      ...(types === undefined ? [] : wrongFieldType(entity, field, model, { path, at, types })),
    ]);
}

function mentionsIn(mapping: unknown): Mention[] {
  return [
    ...sections(mapping, ["tables"]).flatMap(columnMentions),
    ...sections(mapping, ["match"]).flatMap(ladderMentions),
    ...sections(mapping, ["write", "conflict"]).flatMap((each) => keyMentions(each)),
    ...sections(mapping, ["enums"]).flatMap((each) => keyMentions(each)),
    ...sections(mapping, ["lookups"]).flatMap((each) => keyMentions(each, ["ref"])),
    ...sections(mapping, ["verify", "group_by"]).flatMap((each) => textMentions(each)),
    ...sections(mapping, ["verify", "sums"]).flatMap((each) =>
      textMentions(each, ["amount", "number"]),
    ),
  ];
}

function sections(mapping: unknown, path: readonly string[]): Section[] {
  const map = path.reduce(valueOf, mapping);
  return entriesOf(map).flatMap(([key, value]) => {
    const entity = entityOf(key);
    return entity === undefined ? [] : [{ entity, value, path: [...path, key] }];
  });
}

function columnMentions({ entity, value, path }: Section): Mention[] {
  return entriesOf(valueOf(value, "columns")).flatMap(([column, rule]) => {
    const here = [...path, "columns", column];
    return typeof rule === "string"
      ? textMentions({ entity, value: rule, path: here })
      : textMentions({ entity, value: valueOf(rule, "from"), path: [...here, "from"] });
  });
}

function ladderMentions({ entity, value, path }: Section): Mention[] {
  const rungs: readonly unknown[] = Array.isArray(value) ? value : [];
  return rungs.flatMap((rung, index) =>
    textMentions({ entity, value: rung, path: [...path, index] }),
  );
}

function keyMentions({ entity, value, path }: Section, types?: readonly FieldType[]): Mention[] {
  return entriesOf(value).map(([field]) => ({
    entity,
    field,
    path: [...path, field],
    at: "key",
    ...(types && { types }),
  }));
}

function textMentions({ entity, value, path }: Section, types?: readonly FieldType[]): Mention[] {
  return textsOf(value).map(({ text, steps }) => ({
    entity,
    field: text,
    path: [...path, ...steps],
    at: "value",
    ...(types && { types }),
  }));
}
