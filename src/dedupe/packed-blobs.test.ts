import { expect, test } from "vitest";
import { findPackedDuplicates } from "./find-duplicates.ts";
import { packRecords } from "./pack.ts";
import { fromBlobs, toBlobs } from "./packed-blobs.ts";
import { createSyntheticCustomers } from "./synthetic-customers.ts";

test("a packed table survives being stored", () => {
  const packed = packRecords(createSyntheticCustomers(300).records, "customer");
  const restored = fromBlobs(toBlobs(packed));
  expect(restored).toEqual(packed);
  expect(findPackedDuplicates(restored)).toEqual(findPackedDuplicates(packed));
});
