import fc from "fast-check";
import { expect, test } from "vitest";
import type { EntityRecord } from "../model/record.ts";
import { decodeChanges, encodeChanges } from "./record-changes.ts";
import { encodeValues } from "./record-values.ts";

const names = ["legal_name", "phones", "udi_di", "note"];
const text = fc.oneof(fc.string(), fc.constantFrom("a", "b"));
const item = text.map((display) => ({ display, key: display }));
const value = fc.record({
  items: fc.array(item, { maxLength: 3 }),
  findings: fc.array(fc.constant("N001"), { maxLength: 1 }),
});
const values: fc.Arbitrary<EntityRecord["values"]> = fc.dictionary(
  fc.constantFrom(...names),
  value.filter((each) => each.items.length > 0 || each.findings.length > 0),
  { noNullPrototype: true },
);
const changes = fc.array(
  fc.record({
    field: fc.constantFrom(...names),
    rule: fc.constantFrom("N101", "N021", "M103", "N1", "N1e2", "N 21"),
    before: text,
    after: text,
  }),
  { maxLength: 5 },
);

test("repairs come back as they were", () => {
  fc.assert(
    fc.property(values, changes, (all, made) => {
      const text = encodeChanges(made, all);
      const expected = made.map((each) => ({ record: "crm:1", ...each }));
      expect(decodeChanges(text, "crm:1", encodeValues(all))).toEqual(expected);
    }),
  );
});

test("a chain of repairs holds each text once", () => {
  const phones = { items: [{ display: "+8613912345678", key: "+8613912345678" }], findings: [] };
  const made = [
    { field: "phones", rule: "N101", before: "１3912345678", after: "13912345678" },
    { field: "phones", rule: "N201", before: "13912345678", after: "+8613912345678" },
  ];
  expect(encodeChanges(made, { phones })).toBe('[[0,101,"１3912345678"],[0,201,"13912345678"]]');
});

test("repairs of older files, with fields and rules by name, are read as well", () => {
  const phones = '{"phones":[["+8613912345678"]]}';
  expect(decodeChanges('[["phones","N201","13912345678"]]', "crm:1", phones)).toEqual([
    {
      record: "crm:1",
      field: "phones",
      rule: "N201",
      before: "13912345678",
      after: "+8613912345678",
    },
  ]);
});
