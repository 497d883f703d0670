import { describe, expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import type { GoldenContent } from "../model/golden.ts";
import { goldenCondition, parseCondition } from "./where.ts";

test.each([
  ["department=华东大区", { entity: "", name: "department", isEqual: true, value: "华东大区" }],
  ["customer.level != D", { entity: "customer", name: "level", isEqual: false, value: "D" }],
  ["note=a=b", { entity: "", name: "note", isEqual: true, value: "a=b" }],
  ["name=", { entity: "", name: "name", isEqual: true, value: "" }],
])("%j is read", (text, parts) => {
  expect(parseCondition(text)).toEqual(parts);
});

test.each(["", "department", "=x", "a b=c", "level>3"])("%j is no condition", (text) => {
  expect(() => parseCondition(text)).toThrow("expected FIELD=VALUE");
});

const golden = (items: GoldenContent["items"]): GoldenContent => ({
  id: "g-1",
  entity: "customer",
  members: [],
  reviewPending: false,
  items,
});

const users = [{ ...golden({ name: ["张三"] }), id: "g-7", entity: "user" as const }];

describe("golden records", () => {
  test.each<[string, string, GoldenContent["items"], boolean, string]>([
    ["department=华东", "customer", { department: ["华东"] }, true, "equal"],
    ["department=华东", "customer", { department: ["华南"] }, false, "other value"],
    ["department=华东", "customer", {}, false, "no value"],
    ["department!=华东", "customer", {}, true, "no value is another value"],
    ["cooperation_stage=线索", "customer", { cooperation_stage: ["lead"] }, true, "by its label"],
    ["cooperation_stage=lead", "customer", { cooperation_stage: ["lead"] }, true, "by its word"],
    ["phones=2", "customer", { phones: ["1", "2"] }, true, "one of several"],
    ["owner=张三", "customer", { owner: ["g-7"] }, true, "by the name of the record it means"],
    ["owner=g-7", "customer", { owner: ["g-7"] }, true, "by its golden id"],
    ["owner=李四", "customer", { owner: ["g-7"] }, false, "another name"],
    ["title=经理", "contact", { title: ["经理"] }, true, "the first entity with such a field"],
    ["contact.department=采购", "contact", { department: ["采购"] }, true, "the entity named"],
  ])("%j is about a %s with %j -> %s: %s", (text, entity, items, holds) => {
    const condition = goldenCondition(text, canonicalModel, () => users);
    expect(condition.entity).toBe(entity);
    expect(condition.holds(golden(items))).toBe(holds);
  });

  test.each(["colour=red", "customer.title=x", "firm.level=A"])("%j names no field", (text) => {
    expect(() => goldenCondition(text, canonicalModel, () => [])).toThrow("no such field");
  });
});
