import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import { compileMapping } from "./compile-mapping.ts";
import type { IdentifiedRecord } from "./mapped-record.ts";
import { parseSourceMapping } from "./parse-mapping.ts";
import { baseRecordId, recordId } from "./record-id.ts";

const text = `version: 1
source: { files: [a.csv], system: crm }
entity: customer
row_key: [编号]
fields:
  legal_name: { from: [客户名称, 简称], required: true }
  phones: [电话, 手机]
  region: { from: [省, 市], join: "" }
  level: { from: 级别, values: { 重点: A } }
  source: { const: exhibition }
  owner: 负责人
children:
  - entity: contact
    fields: { name: 联系人, mobiles: 手机, owners: 负责人 }
`;
const columns = [
  "编号",
  "客户 名称",
  "简称",
  "电话",
  "手机",
  "省",
  "市",
  "级别",
  "负责人",
  "联系人",
];
const full = [
  "K1",
  "华宸精密",
  "华宸",
  "0755-1",
  "138",
  "广东省",
  "深圳市",
  "重点",
  "王敏",
  "李雷",
];

function compile(unmapped = "", extraColumns: readonly string[] = [], source = text) {
  const mapping = parseSourceMapping(`${source}${unmapped}`, "m.yaml", canonicalModel);
  return compileMapping(mapping, [...columns, ...extraColumns], canonicalModel);
}

test("a row becomes a customer and the contact beside it", () => {
  expect(compile().mapRow(full)).toEqual([
    {
      entity: "customer",
      part: 0,
      rowKey: ["K1"],
      content: [],
      raw: {
        legal_name: ["华宸精密"],
        level: ["A"],
        owner: ["王敏"],
        phones: ["0755-1", "138"],
        region: ["广东省深圳市"],
        source: ["exhibition"],
      },
      extra: {},
    },
    {
      entity: "contact",
      part: 1,
      rowKey: null,
      content: ["contact", expect.stringContaining("李雷"), "K1"],
      raw: { mobiles: ["138"], name: ["李雷"], owners: ["王敏"] },
      extra: {},
      parentLink: { field: "customer" },
    },
  ]);
});

const withCells = (changes: Readonly<Record<number, string>>): string[] =>
  full.map((cell, index) => changes[index] ?? cell);

test.each<[Record<number, string>, string[], string]>([
  [{ 1: "", 9: "" }, ["customer"], "the second column fills in for the first"],
  [{ 1: "", 2: "-", 9: "" }, ["customer required:legal_name"], "a dash is no name"],
  [{ 1: "", 2: "" }, ["customer required:legal_name", "contact"], "its contact stands alone"],
  [{ 9: "" }, ["customer"], "a phone and an owner of the customer are no contact"],
])("%j -> %j: %s", (changes, expected) => {
  const records = compile().mapRow(withCells(changes));
  expect(records.map(({ entity, reject }) => [entity, reject].join(" ").trim())).toEqual(expected);
});

test("a placeholder is no key", () => {
  const [first] = compile().mapRow(withCells({ 0: "无" }));
  expect(first).toMatchObject({ rowKey: null, content: expect.arrayContaining(["customer"]) });
});

test("a row with a person and no company is a contact", () => {
  const person = columns.map((column) => (column === "联系人" ? "李雷" : ""));
  expect(compile().mapRow(person)).toMatchObject([{ entity: "contact", raw: { name: ["李雷"] } }]);
  expect(compile().mapRow(columns.map(() => ""))).toMatchObject([
    { entity: "customer", reject: "empty" },
  ]);
});

test("columns that nobody mapped are an error, counted, or kept", () => {
  expect(() => compile("", ["税号", "传真"])).toThrow(
    "2 columns would be lost, the mapping does not name them: `税号`, `传真`",
  );
  expect(compile("unmapped_columns: warn", ["税号"]).unmappedColumns).toEqual(["税号"]);
  const kept = compile('unmapped_columns: "store: extra"', ["税号"]).mapRow([...full, "9144"]);
  expect(kept.map(({ extra }) => extra)).toEqual([{ 税号: "9144" }, {}]);
});

test("a column that the key or a required field needs must be there", () => {
  const missing = text.replace("编号", "客户编号").replace("电话, 手机", "传真");
  expect(() => compile("", [], missing)).toThrow("it has no column `客户编号`");
  const optional = compile("unmapped_columns: warn", [], text.replace("电话, 手机", "传真"));
  expect(optional.missingColumns).toEqual(["传真"]);
});

test("ids come from the key, else from the row, and never from its place", () => {
  const keyless = compile(
    "",
    [],
    text.replace("row_key: [编号]", "").replace("负责人\nchi", "编号\nchi"),
  );
  const rows = [full, withCells({ 9: "韩梅梅" }), full];
  const idsOf = (some: readonly (readonly string[])[]): string[] => {
    const counts = new Map<string, number>();
    const records = some.flatMap((cells) => keyless.mapRow(cells));
    return records.map((record) => recordId("crm", record, counts)).toSorted();
  };
  expect(idsOf(rows)).toEqual(idsOf(rows.toReversed()));
  expect(new Set(idsOf(rows)).size).toBe(6);
});

test.each([
  [["K1"], "crm:K1", "one column"],
  [["Ａ１ ", "2"], "crm:A1|2", "width and spaces do not matter"],
  [["a|b", "c"], String.raw`crm:a\|b|c`, "a bar in a part is not the bar between parts"],
])("the key %j is %s: %s", (rowKey, expected) => {
  expect(recordId("crm", { rowKey, content: [] }, new Map())).toBe(expected);
});

const key = fc.constantFrom("K1", "Ｋ１", "K2", "无", "");
const rowOfFew = fc
  .record({
    id: key,
    name: fc.constantFrom("华宸", "", "无"),
    person: fc.constantFrom("李雷", "韩梅梅", ""),
  })
  .map(({ id, name, person }) => withCells({ 0: id, 1: name, 2: "", 9: person }));

test.each([
  ["children that hang on their parent", text],
  [
    "children with a key of their own",
    text.replace("entity: contact\n", "entity: contact\n    row_key: [联系人]\n"),
  ],
  ["rows without a key", text.replace("row_key: [编号]\n", "").replace("负责人\nchi", "编号\nchi")],
])(
  "%s: an id that stands in two rows is among those that tell, or its parent's is",
  (_, source) => {
    const { mapRow, mapForIds } = compile("unmapped_columns: warn", [], source);
    fc.assert(
      fc.property(fc.array(rowOfFew, { minLength: 2, maxLength: 6 }), (rows) => {
        const told = repeated(rows.map((cells) => mapForIds(cells)));
        for (const id of repeated(rows.map(mapRow))) {
          const holders = rows.map(mapRow).filter((row) => row.some((each) => idOf(each) === id));
          const isTold = told.has(id) || holders.every(([main]) => main && told.has(idOf(main)));
          expect(isTold, id).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  },
);

type Records = readonly IdentifiedRecord[];

const idOf = (record: Records[number]): string => `${record.entity} ${baseRecordId("crm", record)}`;

function repeated(rows: readonly Records[]): ReadonlySet<string> {
  const ids = rows.flatMap((row) => row.filter(({ reject }) => reject === undefined).map(idOf));
  return new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
}
