import { expect, test } from "vitest";
import { mappingSchema } from "./mapping-schema.ts";

test.each([
  ["source", ["version", "source", "entity", "fields"]],
  ["store", ["version", "tables"]],
] as const)(
  "the JSON Schema of a %s mapping is draft-07, strict and asks for %j",
  (kind, required) => {
    expect(mappingSchema(kind)).toMatchObject({
      $schema: "http://json-schema.org/draft-07/schema#",
      additionalProperties: false,
      required,
    });
  },
);
