import fc from "fast-check";
import { expect, test } from "vitest";
import type { EntityRecord } from "../model/record.ts";
import { decodeValues, encodeValues } from "./record-values.ts";

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
test("values come back as they were", () => {
  fc.assert(
    fc.property(values, (all) => {
      expect(decodeValues(encodeValues(all))).toEqual(all);
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
  [
    {
      legal_name: {
        items: [
          {
            display: "华宸",
            key: "华宸",
            parsed: {
              kind: "company-name",
              norm: "华宸",
              region: "",
              brand: "华宸",
              brandPinyin: "hua chen",
              industry: [],
              form: "",
              branch: "",
              isGroup: false,
              isPersonName: false,
              mayBeTruncated: false,
              aliases: [],
            },
          },
        ],
        findings: [],
      },
    },
    '{"legal_name":[["华宸","华宸",[0,"","华宸","hua chen",[],""]]]}',
    "a parsed name holds neither the display again nor what is empty at its end",
  ],
])("%j is %s: %s", (all, expected) => {
  expect(encodeValues(all)).toBe(expected);
});
