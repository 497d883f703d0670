import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inventorySchema } from "../src/model/inventory-schema.ts";
import { canonicalModel } from "../src/model/canonical-model.ts";
import { inspectSources } from "../src/pipeline/inspect-sources.ts";
import { stableJson } from "../src/report/json.ts";
import { inventorySchemaText } from "./inventory-schema.ts";

const root = join(import.meta.dirname, "..");

test("the published schema is made from the code; renew it with `node scripts/make-reference.ts`", () => {
  const published = readFileSync(join(root, "docs/reference/inventory.schema.json"), "utf8");
  expect(published).toBe(inventorySchemaText());
});

test.each(["fixtures/demo/exports", "fixtures/import", "fixtures/first-steps"])(
  "the inventory of %s is as the schema says",
  async (folder) => {
    const question = { paths: [folder], cwd: root, read: {}, showValues: false };
    const inventory = await inspectSources(question, canonicalModel, () => undefined);
    const printed: unknown = JSON.parse(
      stableJson({ format: "goldpan.inventory/1", ...inventory }),
    );
    expect(inventorySchema.safeParse(printed).error?.issues).toBeUndefined();
  },
);
