import { expect, test } from "vitest";
import { inventRecord } from "./invented-records.ts";
import { createPartPacker, packRecords } from "./pack.ts";
import { columnOf } from "./packed-records.ts";

/** More than are packed at once, twice. */
const records = Array.from({ length: 200 }, (_, at) => {
  const id = `crm:${String(at).padStart(3, "0")}`;
  const isThere = at >= 130 && at < 140;
  return inventRecord(id, "customer", {
    legal_name: [`公司${at}`],
    ...(isThere && { phones: [`1380000${at}`, `1390000${at}`], registration_no: [`R${at}`] }),
  });
});

test("columns that many records in a row lack hold their values at the records that have them", () => {
  const packed = packRecords(records, "customer");
  const phones = columnOf(packed, "phones");
  const registration = columnOf(packed, "registration");
  expect(phones.offsets).toHaveLength(201);
  expect(registration.values).toHaveLength(200);
  for (const [at, record] of records.entries()) {
    const count = (phones.offsets[at + 1] ?? 0) - (phones.offsets[at] ?? 0);
    expect(count).toBe(record.values["phones"]?.items.length ?? 0);
    const isThere = record.values["registration_no"] !== undefined;
    expect(registration.values[at] !== 0).toBe(isThere);
  }
});

test("records that come at once are packed as those that come one by one, between them, too", () => {
  const [single, mixed] = [createPartPacker("customer"), createPartPacker("customer")];
  for (const record of records) single.add(record);
  mixed.add(records[0] ?? inventRecord("none", "customer", {}));
  mixed.addAll(records.slice(1, 150));
  for (const record of records.slice(150, 160)) mixed.add(record);
  mixed.addAll(records.slice(160));
  expect(mixed.finish()).toEqual(single.finish());
});
