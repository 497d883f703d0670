import { expect, test } from "vitest";
import type { EntityRecord } from "../../model/record.ts";
import { Staff } from "./staff.ts";

const item = (name: string) => ({ display: name, key: name.toLowerCase() });

function user(id: string, values: Readonly<Record<string, string>>): EntityRecord {
  const items = Object.entries(values).map(([field, text]) => [
    field,
    { items: [item(text)], findings: [] },
  ]);
  return {
    id,
    entity: "user",
    system: "hr",
    sourceRow: 1,
    exportedAt: "",
    values: Object.fromEntries(items),
    extra: {},
  };
}

test("an owner is a user of a list by name, number or account, the smallest id of several", () => {
  const staff = new Staff();
  staff.add(user("hr:2", { name: "王敏" }));
  staff.add(user("hr:1", { name: "王敏", employee_no: "E7", external_ids: "wangmin" }));
  expect(["王敏", "E7", "WangMin"].map((name) => staff.idOf(item(name), "", false))).toEqual([
    "hr:1",
    "hr:1",
    "hr:1",
  ]);
  expect(staff.records()).toEqual([]);
});

test("an owner of no list is made of the most frequent writing, with the department of most records", () => {
  const staff = new Staff();
  const seen = [
    ["Li Lei", "华东", false],
    ["Li Lei", "华南", false],
    ["LI LEI", "华南", true],
  ] as const;
  for (const [name, department, isSuspended] of seen)
    staff.idOf(item(name), department, isSuspended);
  staff.idOf(item("0055g00000AbCdE"), "", false);
  expect(staff.records().map(plain)).toEqual([
    { id: "staff:0055g00000abcde", external_ids: "0055g00000AbCdE" },
    { id: "staff:li lei", name: "Li Lei", department: "华南", status: "left" },
  ]);
});

function plain({ id, values }: EntityRecord): Record<string, string> {
  const texts = Object.entries(values).map(([name, { items }]) => [name, items[0]?.display]);
  return { id, ...Object.fromEntries(texts) };
}
