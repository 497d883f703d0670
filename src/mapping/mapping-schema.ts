import { z } from "zod";
import { sourceMappingSchema } from "./source-mapping.ts";
import { storeMappingSchema } from "./store-mapping.ts";

export type MappingKindName = "source" | "store";

/**
 * The JSON Schema (draft-07, which yaml-language-server reads) of a kind of mapping: completion
 * and red lines in an editor.
 */
export function mappingSchema(kind: MappingKindName): object {
  const schema = kind === "source" ? sourceMappingSchema : storeMappingSchema;
  return {
    ...z.toJSONSchema(schema, { target: "draft-7", io: "input" }),
    title: `goldpan ${kind} mapping`,
  };
}
