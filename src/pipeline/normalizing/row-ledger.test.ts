import { expect, test } from "vitest";
import { RowLedger } from "./row-ledger.ts";

test("a row counts once, by the best that became of it", () => {
  const ledger = new RowLedger(1, 4);
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
  const ledger = new RowLedger(1, 2);
  ledger.note("customer", 1, "record");
  expect(() => ledger.finish(2)).toThrow("1 of 2 source rows accounted for");
});

test("ledgers of parts add up to that of the whole", () => {
  const whole = new RowLedger(0, 9);
  const parts = [new RowLedger(0, 4), new RowLedger(5, 9)];
  const all = new RowLedger(0, 9);
  for (let row = 0; row < 10; row += 1) {
    const fate = row % 3 === 0 ? "rejected" : "record";
    const part = fate === "record" ? "records" : "rejected";
    for (const ledger of [whole, parts[row < 5 ? 0 : 1]]) ledger?.note("customer", row, fate, part);
  }
  for (const part of parts) all.add(part.entries());
  expect(all.finish(10)).toEqual(whole.finish(10));
});
