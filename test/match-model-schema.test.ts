import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultModel } from "../src/dedupe/default-model.ts";
import { matchModelSchema } from "../src/dedupe/match-model.ts";
import { matchModelSchemaText } from "./match-model-schema.ts";

const page = join(import.meta.dirname, "../docs/reference/match-model.schema.json");

test("the published schema is that of the code; renew it with `node scripts/make-reference.ts`", () => {
  expect(readFileSync(page, "utf8")).toBe(matchModelSchemaText());
});

describe("a model file", () => {
  const shipped = defaultModel("customer");

  test.each(["customer", "contact"] as const)("as shipped for a %s is one", (entity) => {
    expect(matchModelSchema.safeParse(defaultModel(entity)).success).toBe(true);
  });

  test.each([
    [{ version: 2 }, "another version"],
    [{ prior: { milliBits: 0.5, perDoubling: 1000 } }, "weights are integers"],
    [{ extra: 1 }, "unknown keys are errors"],
    [{ thresholds: { match: 0, matchWithoutNames: 0, possible: 1 } }, "match below possible"],
  ])("with %o is none: %s", (change, _why) => {
    expect(matchModelSchema.safeParse({ ...shipped, ...change }).success).toBe(false);
  });
});
