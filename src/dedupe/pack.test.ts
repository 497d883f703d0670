import { expect, test } from "vitest";
import { inventRecord } from "./invented-records.ts";
import { packRecords } from "./pack.ts";
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
