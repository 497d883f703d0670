import { z } from "zod";
import { inventorySchema } from "../src/model/inventory-schema.ts";

/** `docs/reference/inventory.schema.json`: what `goldpan inspect --format json` prints, as JSON Schema (draft-07). */
export function inventorySchemaText(): string {
  const schema = z.toJSONSchema(inventorySchema, { target: "draft-7" });
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
