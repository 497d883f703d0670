import { expect, test } from "vitest";
import { forEachId, slotOf } from "./compared-table.ts";
import { blocksOf, filledTable, fillRows, layOut, planRows } from "./lay-out-table.ts";
import { signLetters } from "./name-letters.ts";
import { packRecords } from "./pack.ts";
import { columnOf } from "./packed-records.ts";
import { createSyntheticCustomers } from "./synthetic-customers.ts";
import { tableRarities } from "./rarities/table-rarities.ts";

const packed = packRecords(createSyntheticCustomers(2500).records, "customer");
const table = layOut(packed);

test("blocks of records may be filled in by anybody, in any order", () => {
  const plan = planRows(packed);
  const blocks = blocksOf(plan);
  expect(blocks).toBeGreaterThan(1);
  for (let block = blocks - 1; block >= 0; block -= 1) {
    fillRows(plan, signLetters(packed), block, block + 1);
  }
  expect(filledTable(plan, tableRarities(packed))).toEqual(table);
});

test.each(["name", "brand", "region", "phones", "contacts"])(
  "rows hold what the column %s does",
  (name) => {
    const { kind, offsets, values } = columnOf(packed, name);
    const slot = slotOf(table, name);
    for (let record = 0; record < packed.size; record += 1) {
      const ids: number[] = [];
      forEachId(table.lists, table.cells[(table.rows[record] ?? 0) + slot] ?? 0, (id) =>
        ids.push(id),
      );
      const held =
        kind === "one"
          ? values.slice(record, record + 1)
          : values.slice(offsets[record], offsets[record + 1]);
      expect(ids).toEqual(Array.from(held).filter((id) => id !== 0));
    }
  },
);
