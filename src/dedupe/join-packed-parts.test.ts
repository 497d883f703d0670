import fc from "fast-check";
import { expect, test } from "vitest";
import { byCodePoint } from "../text/code-point.ts";
import { entityFeatures } from "./features/entity-features.ts";
import { dictionaryOf } from "./features/feature-set.ts";
import { joinColumns, joinPackedParts, tableOfColumns } from "./join-packed-parts.ts";
import { createPartPacker, packRecords } from "./pack.ts";
import { toBlobs } from "./packed-blobs.ts";
import type { PackedPart } from "./packed-part.ts";
import { createSyntheticCustomers } from "./synthetic-customers.ts";

const records = createSyntheticCustomers(200).records.toSorted((left, right) =>
  byCodePoint(left.id, right.id),
);
const options = { contactField: "contact" };

function packInParts(cuts: readonly number[]) {
  return joinPackedParts(partsOf(cuts), "customer", options);
}

function partsOf(cuts: readonly number[]): PackedPart[] {
  const ends = [0, ...cuts.toSorted((left, right) => left - right), records.length];
  return ends.slice(1).map((to, at) => {
    const packer = createPartPacker("customer", options);
    for (const record of records.slice(ends[at], to)) packer.add(record);
    return packer.finish();
  });
}

test("a table is the same to the byte wherever it was cut", () => {
  const whole = toBlobs(packRecords(records, "customer", options));
  fc.assert(
    fc.property(fc.array(fc.nat(records.length), { maxLength: 4 }), (cuts) => {
      expect(toBlobs(packInParts(cuts))).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

test("columns that are joined apart, by their dictionaries, make the same table", () => {
  const parts = partsOf([50, 120]);
  const { columns } = entityFeatures("customer", options);
  const names = [...new Set(columns.map(dictionaryOf))];
  const hands = [0, 1].map((hand) => names.filter((_name, at) => at % 2 === hand));
  const joined = hands.map((hand) => joinColumns(parts, "customer", options, hand));
  const table = tableOfColumns(parts, Object.assign({}, ...joined), "customer", options);
  expect(toBlobs(table)).toEqual(toBlobs(packInParts([50, 120])));
  expect(() => tableOfColumns(parts, joined[0] ?? {}, "customer", options)).toThrow("not joined");
});

test("a table without records is a table", () => {
  const none = createPartPacker("contact").finish();
  expect(joinPackedParts([none, none], "contact", {}).size).toBe(0);
});
