import fc from "fast-check";
import { expect, test } from "vitest";
import type { EntityRecord } from "../model/record.ts";
import { decodeChanges, decodeValues, encodeChanges, encodeValues } from "./record-values.ts";

const item = fc.oneof(
  fc.record({ display: fc.string(), key: fc.string() }),
  fc.string().map((display) => ({ display, key: display })),
  fc.record({
    display: fc.string(),
    key: fc.string(),
    parsed: fc.oneof(
      fc.constant({ kind: "date", iso: "2026" } as const),
      fc.record({
        kind: fc.constant("company-name" as const),
        norm: fc.string(),
        region: fc.string(),
        brand: fc.string(),
        brandPinyin: fc.string(),
        industry: fc.array(fc.string(), { maxLength: 2 }),
        form: fc.string(),
        branch: fc.string(),
        isGroup: fc.boolean(),
        isPersonName: fc.boolean(),
        mayBeTruncated: fc.boolean(),
        aliases: fc.array(fc.string(), { maxLength: 2 }),
      }),
    ),
  }),
);
const findings = fc.array(fc.constantFrom("N001", "N202"), { maxLength: 2 });
const value = fc
  .record({ items: fc.array(item, { maxLength: 3 }), findings })
  .filter((each) => each.items.length > 0 || each.findings.length > 0);
const names = ["legal_name", "phones", "udi_di", "note"];
const values: fc.Arbitrary<EntityRecord["values"]> = fc.dictionary(
  fc.constantFrom(...names),
  value,
  {
    noNullPrototype: true,
  },
);
const changes = fc.array(
  fc.record({
    field: fc.constantFrom(...names),
    rule: fc.constantFrom("N101", "N103"),
    before: fc.string(),
    after: fc.string(),
  }),
  { maxLength: 5 },
);

test("values come back as they were", () => {
  fc.assert(
    fc.property(values, (all) => {
      expect(decodeValues(encodeValues(all))).toEqual(all);
    }),
  );
});

test("repairs come back as they were", () => {
  fc.assert(
    fc.property(values, changes, (all, made) => {
      const text = encodeChanges(made, all);
      const expected = made.map((each) => ({ record: "crm:1", ...each }));
      expect(decodeChanges(text, "crm:1", encodeValues(all))).toEqual(expected);
    }),
  );
});

test.each<[EntityRecord["values"], string, string]>([
  [
    { legal_name: { items: [{ display: "华宸公司", key: "华宸" }], findings: [] } },
    '{"legal_name":[["华宸公司","华宸"]]}',
    "a key of its own",
  ],
  [
    { level: { items: [{ display: "A", key: "A" }], findings: ["N912"] } },
    '{"level":[["A"]],"!":{"level":["N912"]}}',
    "an equal key is left out",
  ],
])("%j is %s: %s", (all, expected) => {
  expect(encodeValues(all)).toBe(expected);
});

test("a chain of repairs holds each text once", () => {
  const phones = { items: [{ display: "+8613912345678", key: "+8613912345678" }], findings: [] };
  const made = [
    { field: "phones", rule: "N101", before: "１3912345678", after: "13912345678" },
    { field: "phones", rule: "N201", before: "13912345678", after: "+8613912345678" },
  ];
  expect(encodeChanges(made, { phones })).toBe(
    '[["phones","N101","１3912345678"],["phones","N201","13912345678"]]',
  );
});
