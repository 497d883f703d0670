import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { certify } from "../dedupe/certificate.ts";
import { findDecidedPairs } from "../dedupe/decided-pairs.ts";
import { findPackedDuplicates } from "../dedupe/find-duplicates.ts";
import { packRecords } from "../dedupe/pack.ts";
import { toBlobs } from "../dedupe/packed-blobs.ts";
import { createSyntheticCustomers } from "../dedupe/synthetic-customers.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import { packFile } from "./pack-file.ts";
import { createRowSlots, SlotWriter, type RowSlots } from "./row-slots.ts";
import { searchCertified, searchDuplicates } from "./search-duplicates.ts";
import { readTableRecords } from "./table-records.ts";
import { openWorkerPool, type WorkerPool } from "./workers/worker-pool.ts";

let pool: WorkerPool;
let folder = "";
beforeAll(() => {
  pool = openWorkerPool(2, 0);
  folder = mkdtempSync(join(tmpdir(), "goldpan-search-"));
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const { records } = createSyntheticCustomers(400);
const quiet = { emit: () => undefined };

describe("two workers find what one finds", () => {
  test("among packed records", async () => {
    const packed = packRecords(records, "customer");
    const decisions = [
      { id: 1, left: records[0]?.id ?? "", right: records[1]?.id ?? "", same: true },
    ];
    const alone = findPackedDuplicates(packed, { decisions });
    expect(await searchDuplicates(packed, { decisions }, pool)).toEqual(alone);
    const certifying = { pool, isCertified: true };
    const { result, certificate } = await searchCertified(packed, { decisions }, certifying);
    expect(result).toEqual(alone);
    expect(await certificate).toEqual(certify(alone.prepared, findDecidedPairs(packed, decisions)));
    expect((await certificate)?.truePairs).toBeGreaterThan(0);
  });

  test("in the rows of a table, to the byte of what is packed", async () => {
    const path = join(folder, "customers.csv");
    const rows = records.map(({ id, values }, at) => {
      const first = (field: string): string => values[field]?.items[0]?.display ?? "";
      const contact = `王${"敏伟强芳娜".charAt(at % 5)}`;
      return [id, first("legal_name"), first("uscc"), first("phones"), contact].join(",");
    });
    writeFileSync(path, `编号,客户名称,统一社会信用代码,电话,联系人\n${rows.join("\n")}\n`);
    const question = { path, read: {}, id: "编号" };
    const { reader, fields, rowsById } = await readTableRecords(question, canonicalModel);
    const read = reader(fields);
    const options = { fields, contactField: "contacts" };
    const sorted = packRecords(
      Array.from(rowsById, (_, at) => read(at)),
      "customer",
      options,
    );
    expect(sorted.size).toBe(400);
    // Small ones fill up, so that the workers get rows.
    const slots = (): RowSlots => createRowSlots(2, 2000);
    for (const each of [openWorkerPool(1), pool]) {
      const { packed } = await packFile(question, each, { ...quiet, model: canonicalModel, slots });
      expect(toBlobs(packed)).toEqual(toBlobs(sorted));
    }
  });
});

test.each([
  ["another area", "021-58880000"],
  ["the same area", "0512-58880000"],
])("what whole columns say holds for rows that were read before: %s", async (_, later) => {
  const path = join(folder, "area.csv");
  const phones = [...Array.from({ length: 30 }, (__, at) => `0512-668812${10 + at}`), "66881234"];
  const rows = [...phones, ...phones.map(() => later)].map(
    (text, at) => `k${at},华宸${at},${text}`,
  );
  writeFileSync(path, `编号,客户名称,电话\n${rows.join("\n")}\n`);
  const question = { path, read: {}, id: "编号" };
  const { reader, fields, rowsById } = await readTableRecords(question, canonicalModel);
  const read = reader(fields);
  const whole = packRecords(
    Array.from(rowsById, (__, at) => read(at)),
    "customer",
    { fields },
  );
  const context = { ...quiet, model: canonicalModel, slots: () => createRowSlots(2, 350) };
  for (const each of [openWorkerPool(1), pool]) {
    const { packed } = await packFile(question, each, context);
    expect(toBlobs(packed)).toEqual(toBlobs(whole));
  }
});

test("an error of a worker is the caller's", async () => {
  const slots = createRowSlots(1, 16);
  const writer = new SlotWriter(slots);
  writer.put(0, Buffer.from("no JSON"));
  writer.end();
  const spec = { columns: ["客户名称"], entity: "customer", model: canonicalModel } as const;
  const packing = { spec, fields: [], contexts: new Map<string, unknown>() };
  await expect(pool.askAll("packRows", [{ packing, rows: slots }])).rejects.toThrow("JSON");
});
