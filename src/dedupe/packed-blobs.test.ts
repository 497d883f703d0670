import { expect, test } from "vitest";
import { findPackedDuplicates } from "./find-duplicates.ts";
import { packRecords } from "./pack.ts";
import { fromBlobs, toBlobs } from "./packed-blobs.ts";
import { createSyntheticCustomers } from "./synthetic-customers.ts";

const packed = packRecords(createSyntheticCustomers(300).records, "customer");

test("a packed table survives being stored", () => {
  const restored = fromBlobs(toBlobs(packed));
  expect(restored).toEqual(packed);
  expect(findPackedDuplicates(restored ?? packed)).toEqual(findPackedDuplicates(packed));
});

test("a table that another version packed is packed again", () => {
  const blobs = toBlobs(packed).map(({ name, bytes }) => {
    if (name !== "header") return { name, bytes };
    const header = new TextDecoder().decode(bytes).replace(/"version":\d+/, '"version":1');
    return { name, bytes: new TextEncoder().encode(header) };
  });
  expect(fromBlobs(blobs)).toBeUndefined();
});
