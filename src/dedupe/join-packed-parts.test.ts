import fc from "fast-check";
import { expect, test } from "vitest";
import { byCodePoint } from "../text/code-point.ts";
import { joinPackedParts } from "./join-packed-parts.ts";
import { createPartPacker, packRecords } from "./pack.ts";
import { toBlobs } from "./packed-blobs.ts";
import { createSyntheticCustomers } from "./synthetic-customers.ts";

const records = createSyntheticCustomers(200).records.toSorted((left, right) =>
  byCodePoint(left.id, right.id),
);
const options = { contactField: "contact" };

function packInParts(cuts: readonly number[]) {
  const ends = [0, ...cuts.toSorted((left, right) => left - right), records.length];
  const parts = ends.slice(1).map((to, at) => {
    const packer = createPartPacker("customer", options);
    for (const record of records.slice(ends[at], to)) packer.add(record);
    return packer.finish();
  });
  return joinPackedParts(parts, "customer", options);
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

test("a table without records is a table", () => {
  const none = createPartPacker("contact").finish();
  expect(joinPackedParts([none, none], "contact", {}).size).toBe(0);
});
