import { afterAll, expect, test } from "vitest";
import { layOutForComparison } from "../../dedupe/compare-pairs.ts";
import { createSyntheticCustomers } from "../../dedupe/synthetic-customers.ts";
import { findPackedDuplicates } from "../../dedupe/find-duplicates.ts";
import { packRecords } from "../../dedupe/pack.ts";
import { searchAndCount } from "../cluster-records.ts";
import { openWorkerPool, type WorkerPool } from "./worker-pool.ts";

const pool = openWorkerPool(2, 0);
afterAll(() => pool.close());
const packed = packRecords(createSyntheticCustomers(300).records, "customer");
const keys = { recall: "normal", granularity: "branch" } as const;
const question = { laidOut: layOutForComparison(packed), keys, families: [3, 4] };

test("questions of several calls are answered side by side, each to its own call", async () => {
  const asked = [question, { ...question, families: [7] }];
  const alone = await Promise.all(asked.map((each) => pool.askAll("post", [each])));
  const together = await pool.askAll("post", asked);
  expect(together).toEqual(alone.flat());
});

test("two threads find the clusters and the certificate of one", async () => {
  const one = openWorkerPool(1);
  const { prepared: _one, ...alone } = await searched(one);
  const { prepared: _two, ...together } = await searched(pool);
  expect(together).toEqual(alone);
  expect(together.certificate?.records).toBeGreaterThan(0);
  expect(together.roots).toEqual(findPackedDuplicates(packed).roots);
});

async function searched(threads: WorkerPool) {
  const how = { pool: threads, isCertified: true };
  const { result, certified } = await searchAndCount(packed, {}, how);
  const { certificate } = await certified();
  return { ...result, certificate };
}

test("a pool that was closed starts anew with the next question", async () => {
  await pool.close();
  expect(await pool.askAll("post", [question])).toHaveLength(1);
});

test("workers that were started before the first question answer it", async () => {
  const started = openWorkerPool(2, 0);
  started.start("packSides", 1);
  const [answered, alone] = await Promise.all(
    [started, pool].map((each) => each.askAll("post", [question, question])),
  );
  await started.close();
  expect(answered).toEqual(alone);
});
