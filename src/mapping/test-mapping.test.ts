import { expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import { parseSourceMapping } from "./parse-mapping.ts";
import { testMapping } from "./test-mapping.ts";

const text = `version: 1
source: { files: [a.csv], system: crm }
entity: customer
fields: { legal_name: { from: 客户, required: true }, level: { from: 级别, values: { 重点: A } } }
children:
  - { entity: contact, fields: { name: 联系人 } }
tests:
  - name: both
    row: { 客户: 华宸精密, 联系人: 李雷, 级别: 重点 }
    records:
      - { entity: customer, values: { level: A } }
      - { entity: contact, values: { name: 李雷 } }
  - name: no customer
    row: { 级别: 重点 }
    records: [{ entity: customer, reject: "required:legal_name" }]
  - name: wrong
    row: { 客户: 华宸精密 }
    records: [{ entity: customer, values: { legal_name: 华宸 } }]
  - name: a column nobody mapped
    row: { 客户: 华宸精密, 税号: "1" }
    records: [{ entity: customer }]
`;

test("the examples of a mapping pass or say what came out instead", () => {
  const results = testMapping(parseSourceMapping(text, "m.yaml", canonicalModel), canonicalModel);
  expect(results.map(({ name, passed }) => [name, passed])).toEqual([
    ["both", true],
    ["no customer", true],
    ["wrong", false],
    ["a column nobody mapped", false],
  ]);
  expect(results[2]?.actual).toBe('{"entity":"customer","values":{"legal_name":["华宸精密"]}}');
  expect(results[3]?.actual).toContain("1 column would be lost");
});
