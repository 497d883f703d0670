import { afterAll, expect, test } from "vitest";
import { layOutForComparison } from "../../dedupe/compare-pairs.ts";
import { packRecords } from "../../dedupe/pack.ts";
import { createSyntheticCustomers } from "../../dedupe/synthetic-customers.ts";
import { inOrder, shareOf, takeShare } from "./take-share.ts";
import { openWorkerPool } from "./worker-pool.ts";

const pool = openWorkerPool(2, 0);
afterAll(() => pool.close());
const laidOut = layOutForComparison(packRecords(createSyntheticCustomers(60).records, "customer"));
const keys = { recall: "normal", granularity: "branch" } as const;
const inputs = [4, 3, 7, 5, 6].map((family) => ({ laidOut, keys, families: [family] }));

test("threads that share inputs take each of them once, and the results come in order", async () => {
  const share = shareOf("post", inputs);
  const shares = await Promise.all([takeShare(share), takeShare(share)]);
  expect(shares.map((taken) => taken.length).every((count) => count > 0)).toBe(true);
  const alone = await takeShare(shareOf("post", inputs));
  expect(inOrder(shares)).toEqual(alone.map(([, result]) => result));
});

test("this thread and a worker make what workers make alone", async () => {
  expect(await pool.shareAll("post", inputs)).toEqual(await pool.askAll("post", inputs));
  expect(await pool.shareAll("post", [])).toEqual([]);
});

test("an error of either thread is the error of the call", async () => {
  const withoutTable = { laidOut: undefined, keys, families: [0] };
  // No caller can ask for it: the test needs a task that fails.
  const asked = pool.shareAll("post", [withoutTable as never, ...inputs]);
  await expect(asked).rejects.toThrow();
});
