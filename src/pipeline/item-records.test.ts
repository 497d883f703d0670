import { expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import { itemRecordMaker } from "./item-records.ts";
import { contactField } from "./table-layout.ts";
import { layoutOfSpec } from "./table-reader.ts";

const columns = ["客户名称", "联系人", "手机", "电话"];
const { fields } = canonicalModel.entities.customer;
// A worker is sent copies.
const sent = structuredClone({
  spec: { columns, entity: "customer", model: canonicalModel } as const,
  fields: [...fields, contactField],
});
const make = itemRecordMaker(layoutOfSpec(sent.spec), { fields: sent.fields, contexts: new Map() });

test.each([
  [["华宸精密", "张伟", "13912345678", ""], { contacts: 1, phones: 1 }, "one of two columns"],
  [["华宸精密", "", "13912345678", "021-61234567"], { contacts: 0, phones: 2 }, "both of them"],
  [["华宸精密", "", "13912345678", "13912345678"], { contacts: 0, phones: 1 }, "one number twice"],
  [["华宸精密", "", "", ""], { contacts: 0, phones: 0 }, "none"],
])("%j -> %j: %s", (cells, items) => {
  const [record] = make([cells]);
  const found = ["legal_name", "contacts", "phones"].map((field) => [
    field,
    record?.values[field]?.items.length,
  ]);
  expect(Object.fromEntries(found)).toEqual({ legal_name: 1, ...items });
});
