import { afterAll, expect, test } from "vitest";
import { createSyntheticCustomers } from "../../dedupe/synthetic-customers.ts";
import { findPackedDuplicates } from "../../dedupe/find-duplicates.ts";
import { packRecords } from "../../dedupe/pack.ts";
import { searchCertified } from "../cluster-records.ts";
import { openWorkerPool } from "./worker-pool.ts";

const pool = openWorkerPool(2, 0);
afterAll(() => pool.close());
const packed = packRecords(createSyntheticCustomers(300).records, "customer");

test("questions of several calls are answered side by side, each to its own call", async () => {
  const asked = [
    { packed, options: {} },
    { packed, options: { recall: "high" } as const },
  ];
  const alone = await Promise.all(asked.map((each) => pool.askAll("certify", [each])));
  const together = await pool.askAll("certify", asked);
  expect(together).toEqual(alone.flat());
});

test("a certificate found beside the search is the one found after it", async () => {
  const one = openWorkerPool(1);
  const after = await searchCertified(packed, {}, { pool: one, isCertified: true });
  const beside = await searchCertified(packed, {}, { pool, isCertified: true });
  expect(beside).toEqual(after);
  expect(beside.counts.certificate?.records).toBeGreaterThan(0);
  expect(beside.result).toEqual(findPackedDuplicates(packed));
});

test("a pool that was closed starts anew with the next question", async () => {
  await pool.close();
  expect(await pool.askAll("certify", [{ packed, options: {} }])).toHaveLength(1);
});
