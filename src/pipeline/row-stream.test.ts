import { afterAll, expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import { RowStream } from "./row-stream.ts";
import { createRowSlots } from "./row-slots.ts";
import { openWorkerPool } from "./workers/worker-pool.ts";

const spec = { columns: ["客户名称", "电话"], entity: "customer", model: canonicalModel } as const;
const { fields } = canonicalModel.entities.customer;
const packing = { spec, fields, contexts: new Map<string, unknown>() };
const two = openWorkerPool(2, 0);
afterAll(() => two.close());

test.each([
  ["workers", two],
  ["one thread", openWorkerPool(1)],
])("packs each row once by %s, whether a slot has room for it or not", async (_, pool) => {
  const stream = new RowStream(() => packing, pool, undefined, createRowSlots(2, 64));
  const names = Array.from({ length: 50 }, (__, at) => (at % 7 === 0 ? "长".repeat(40) : `${at}`));
  for (const [number, name] of names.entries()) {
    await stream.add({ row: number + 2, cells: [name, ""] }, number);
  }
  const parts = await stream.finish();
  const rows = parts.flatMap((part) => [...part.rows]).toSorted((left, right) => left - right);
  expect(rows).toEqual([...names.keys()]);
});

test("tells the error of a worker to whoever waits for it", async () => {
  const unsendable = { ...packing, contexts: new Map([["legal_name", () => 0]]) };
  const feed = async (): Promise<void> => {
    const stream = new RowStream(() => unsendable, two, undefined, createRowSlots(1, 32));
    for (let number = 0; number < 9; number += 1) {
      await stream.add({ row: number, cells: ["华宸"] }, number);
    }
    await stream.finish();
  };
  await expect(feed()).rejects.toThrow("could not be cloned");
});
