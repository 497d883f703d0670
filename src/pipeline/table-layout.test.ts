import { expect, test } from "vitest";
import { parseSourceMapping } from "../mapping/parse-mapping.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import { layoutByHeadings, layoutByMapping } from "./table-layout.ts";

test("columns are known by their headings; a contact in a customer table is evidence", () => {
  const columns = ["客户名称", "", "电话", "联系人", "手机", "花色"];
  const layout = layoutByHeadings(columns, "customer", canonicalModel);
  expect(layout.unknownColumns).toEqual(["花色"]);
  expect(layout.fields.map(({ name }) => name)).toEqual([
    "legal_name",
    "phones",
    "contacts",
    "花色",
  ]);
  expect(layout.read(["华宸", "x", "1", "王敏", "2", "红"])).toEqual({
    legal_name: ["华宸"],
    phones: ["1", "2"],
    contacts: ["王敏"],
    花色: ["红"],
  });
});

test("parts of one value are joined, without a space between Han letters", () => {
  const { read } = layoutByHeadings(["客户名称", "省", "市"], "customer", canonicalModel);
  expect(read(["甲", "广东省", "深圳市"])["region"]).toEqual(["广东省深圳市"]);
});

test("a table of which no column is known is refused", () => {
  expect(() => layoutByHeadings(["花色"], "customer", canonicalModel)).toThrow(
    "no column is known",
  );
});

const mapping = parseSourceMapping(
  `version: 1
source: { files: ["*.csv"], system: crm }
entity: customer
fields: { legal_name: { from: 公司, required: true } }
children: [{ entity: contact, fields: { name: 人, mobiles: 手机 } }]
unmapped_columns: "store: extra"
`,
  "m.yaml",
  canonicalModel,
);
const columns = ["公司", "人", "手机", "花色"];

test("a mapping names the columns; what it keeps without a field stays", () => {
  const layout = layoutByMapping(mapping, columns, "customer", canonicalModel);
  expect(layout.fields.map(({ name }) => name)).toEqual(["legal_name", "contacts", "花色"]);
  expect(layout.read(["华宸", "王敏", "1", "红"])).toEqual({
    legal_name: ["华宸"],
    contacts: ["王敏"],
    花色: ["红"],
  });
  expect(layout.read(["", "王敏", "1", "红"])).toMatchObject({ contacts: ["王敏"] });
});

test("the children of a mapping can be what is looked for", () => {
  const layout = layoutByMapping(mapping, columns, "contact", canonicalModel);
  expect(layout.read(["华宸", "王敏", "1", "红"])).toEqual({
    name: ["王敏"],
    mobiles: ["1"],
    customer: ["华宸"],
  });
});
