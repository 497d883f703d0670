import { z } from "zod";
import { matchModelSchema } from "../src/dedupe/match-model.ts";

/** `docs/reference/match-model.schema.json`: what `dedupe.model` in goldpan.yaml may name, as JSON Schema (draft-07). */
export function matchModelSchemaText(): string {
  const schema = z.toJSONSchema(matchModelSchema, { target: "draft-7", io: "input" });
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
