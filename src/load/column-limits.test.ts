import { expect, test } from "vitest";
import { parseStoreMapping } from "../mapping/parse-mapping.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import type { GoldenContent } from "../model/golden.ts";
import type { StoreColumn, StoreTable } from "../stores/store.ts";
import { columnLimits } from "./column-limits.ts";
import { mappedLayout } from "./target-layout.ts";

const column = (name: string, type: string, isRequired = false): StoreColumn => ({
  name,
  type,
  isRequired,
  hasDefault: false,
  pointsTo: null,
});
const storeTable: StoreTable = {
  name: "firm",
  primaryKey: "id",
  isOwn: false,
  columns: [
    column("id", "INTEGER"),
    column("firm_name", "VARCHAR(8)", true),
    column("kind", "TEXT", true),
    column("boss_id", "VARCHAR(1)"),
  ],
};
const mapping = `version: 1
tables:
  customer:
    table: firm
    columns: { firm_name: legal_name, kind: { const: C }, boss_id: owner }
`;
const [target] = mappedLayout(parseStoreMapping(mapping, "s.yaml", canonicalModel)).tables;
if (target === undefined) throw new Error("the mapping has a table");
const { refuse, fields } = columnLimits(target, canonicalModel.entities.customer, storeTable);

const golden = (items: GoldenContent["items"]): GoldenContent => ({
  id: "g-1",
  entity: "customer",
  members: [],
  reviewPending: false,
  items,
});

test.each<[GoldenContent["items"], "new" | "row", string | undefined, string]>([
  [{ legal_name: ["华宸精密"] }, "new", undefined, "has what the table needs"],
  [{}, "new", "L106 firm_name", "a new row needs a value"],
  [{ legal_name: [""] }, "new", "L106 firm_name", "an empty text is none"],
  [{}, "row", undefined, "a row that is there keeps its own"],
  [{ legal_name: ["华宸精密技术有限公司"] }, "new", "L107 firm_name", "too long, never cut"],
  [{ legal_name: ["华宸精密技术有限公司"] }, "row", "L107 firm_name", "likewise for a change"],
  [{ legal_name: ["𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷"] }, "new", undefined, "letters, not code units"],
  [{ legal_name: ["华"], owner: ["g-123456789012"] }, "new", undefined, "a golden id is no text"],
])("%j as a %s -> %s: %s", (items, to, reason) => {
  const refused = refuse(golden(items), to);
  expect(refused?.to === "none" ? refused.reason : undefined).toBe(reason);
});

test("only the fields that decide have to be read", () => {
  expect([...new Set(fields)]).toEqual(["legal_name"]);
});
