import type { z } from "zod";
import type { Problem } from "../errors.ts";
import type { Model } from "../model/entity.ts";
import { freezeDeep } from "./freeze-deep.ts";
import type { Mistake } from "./mistake.ts";
import { sourceMappingSchema, type SourceMapping } from "./source-mapping.ts";
import { sourceMistakes } from "./source-mistakes.ts";
import { storeMappingSchema, type StoreMapping } from "./store-mapping.ts";
import { storeMistakes } from "./store-mistakes.ts";
import { notValid, readStrictYaml } from "./strict-yaml.ts";
import type { YamlDocument } from "./yaml-document.ts";

interface MappingKind<T> {
  readonly schema: z.ZodType<T>;
  readonly mistakesIn: (mapping: unknown, model: Model) => readonly Mistake[];
}

const sourceKind: MappingKind<SourceMapping> = {
  schema: sourceMappingSchema,
  mistakesIn: sourceMistakes,
};
const storeKind: MappingKind<StoreMapping> = {
  schema: storeMappingSchema,
  mistakesIn: storeMistakes,
};

/**
 * A source mapping as a frozen value. Throws MAPPING_NOT_VALID with every mistake of the file:
 * unknown keys, entities, fields and normalizers, wrong types, columns named twice.
 */
export function parseSourceMapping(text: string, file: string, model: Model): SourceMapping {
  return parseMapping(text, file, model, sourceKind);
}

/** A store mapping as a frozen value. Throws MAPPING_NOT_VALID with every mistake of the file. */
export function parseStoreMapping(text: string, file: string, model: Model): StoreMapping {
  return parseMapping(text, file, model, storeKind);
}

function parseMapping<T>(
  text: string,
  file: string,
  model: Model,
  { schema, mistakesIn }: MappingKind<T>,
): T {
  const { value, problems, document } = readStrictYaml(text, file, { schema, area: "MAPPING" });
  const mistakes = mistakesIn(document.value, model).map((each) => problemOf(each, document));
  const all = [...problems, ...mistakes];
  if (value === undefined || all.length > 0) throw notValid("MAPPING", file, all);
  return freezeDeep(value);
}

function problemOf({ code, details, path, at }: Mistake, document: YamlDocument): Problem {
  const spot = at === "key" ? document.spotOfKey(path) : document.spotOfValue(path);
  return { code, details, ...spot };
}
