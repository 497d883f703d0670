import { expect, test } from "vitest";
import { RowLedger } from "./row-ledger.ts";

test("a row counts once, by the best that became of it", () => {
  const ledger = new RowLedger(4);
  ledger.note("customer", 1, "record");
  ledger.note("contact", 1, "rejected", "rejected");
  ledger.note("customer", 2, "rejected", "rejected");
  ledger.note("customer", 3, "older", "olderVersions");
  ledger.note("contact", 4, "record", "joined");
  ledger.note("contact", 4, "older", "olderVersions");
  const counts = ledger.finish(4);
  expect(counts).toMatchObject({ mappedRows: 2, supersededRows: 1, rejectedRows: 1 });
  expect(ledger.isLost(2)).toBe(true);
  expect(ledger.isLost(1)).toBe(false);
});

test("a row that nothing became of is a bug", () => {
  const ledger = new RowLedger(2);
  ledger.note("customer", 1, "record");
  expect(() => ledger.finish(2)).toThrow("1 of 2 source rows accounted for");
});
