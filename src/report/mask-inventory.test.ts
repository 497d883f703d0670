import { expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import type { Inventory, InventoryColumn } from "../model/inventory.ts";
import { maskInventory } from "./mask-inventory.ts";

function maskedColumn(column: Partial<InventoryColumn>): InventoryColumn | undefined {
  const whole: InventoryColumn = {
    heading: "列",
    entity: null,
    field: null,
    filled: 1,
    distinct: { count: 1, exact: true },
    longest: 1,
    patterns: {},
    suspicious: [],
    personal: {},
    dates: null,
    examples: [],
    ...column,
  };
  const table = {
    name: "a.csv",
    path: "a.csv",
    sheet: null,
    format: "csv",
    encoding: "utf-8",
    headerRow: 1,
    preamble: ["制表: 张伟 13800138000"],
    rows: 1,
    quarantined: 0,
    nonData: { title: 0, header: 1, footer: 0, sample: 0, blank: 0 },
    distinctRows: { count: 1, exact: true },
    system: null,
    entity: null,
    keyFields: { filled: 0, cells: 0 },
    missingFields: [],
    lastTouched: null,
    keys: [],
    advice: { verdict: "look", reason: "entity-unknown", of: null },
    columns: [whole],
  } as const;
  const inventory: Inventory = {
    files: [],
    unread: [],
    skipped: [],
    tables: [table],
    overlaps: [],
    personal: [],
    totals: {
      rows: 1,
      columns: 1,
      companies: { count: 0, exact: true },
      phones: { count: 0, exact: true },
    },
  };
  const [masked] = maskInventory(inventory, canonicalModel).tables;
  expect(masked?.preamble).toEqual(["制表: 张* 138****8000"]);
  return masked?.columns[0];
}

test.each<[Partial<InventoryColumn>, string, string, string]>([
  [{ entity: "contact", field: "mobiles" }, "138-0013-8000", "138****8000", "a phone"],
  [{ entity: "contact", field: "name", personal: { "person-name": 1 } }, "张伟", "张*", "a name"],
  [{ personal: { "person-name": 1 } }, "欧阳修", "欧**", "names under a heading nobody knows"],
  [{ personal: { "free-text": 1 } }, "王总怕老婆", "***", "notes go altogether"],
  [{ personal: { "resident-id": 1 } }, "11010519491231002X", "1101****002X", "identity numbers"],
  [
    { entity: "customer", field: "legal_name" },
    "华宸(李四13800138000)",
    "华宸(李四138****8000)",
    "a phone inside a name",
  ],
  [{ entity: "customer", field: "annual_purchase" }, "1200000", "1200000", "an amount stays"],
  [{ entity: "customer", field: "last_activity_at" }, "2024-03-05", "2024-03-05", "a date stays"],
  [{}, "2024-03-05", "2024-03-05", "a date in an unknown column stays"],
  [{}, "li.lei@huachen.example", "l***@huachen.example", "an e-mail in an unknown column"],
  [
    { entity: "customer", field: "uscc" },
    "91370212541246935P",
    "91370212541246935P",
    "the code of a company is nobody's",
  ],
  [
    { entity: "customer", field: "uscc" },
    "11010519491231002X",
    "1101****002X",
    "an identity number in the column of codes",
  ],
  [{}, "6222021234567890128", "6222****0128", "a long number in an unknown column"],
  [{}, "28780808", "287****0808", "a local number in an unknown column"],
  [
    { patterns: { han: 9, phone: 1 }, personal: { mobile: 1 }, filled: 10 },
    "郭华刚-13800138000",
    "郭**************",
    "a remark in an unknown column holds a name",
  ],
])("%o: %s -> %s, %s", (column, example, masked) => {
  const suspicious = [{ kind: "unlike", count: 1, example }] as const;
  const found = maskedColumn({ ...column, examples: [example], suspicious });
  expect(found?.examples).toEqual([masked]);
  expect(found?.suspicious[0]?.example).toBe(masked);
});
