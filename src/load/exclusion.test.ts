import { describe, expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import type { EntityName } from "../model/entity.ts";
import type { GoldenContent } from "../model/golden.ts";
import { newRow, nowhere, type Destination } from "./destinations.ts";
import { exclusionOf } from "./exclusion.ts";
import { goldenCondition } from "./where.ts";

const golden = (
  entity: EntityName,
  items: GoldenContent["items"],
  reviewPending = false,
): GoldenContent => ({ id: "g-1", entity, members: [], reviewPending, items });

const places: Readonly<Record<string, Destination>> = {
  "customer c-in": newRow,
  "customer c-row": { to: "row", key: 1, links: [] },
  "customer c-out": nowhere("skip", "L101"),
  "customer c-wait": nowhere("review", "L102"),
  "customer c-bad": nowhere("reject", "L106 name"),
  "contact p-bad": nowhere("reject", "L106 name"),
};

function fate(each: GoldenContent, part: { where?: string; holdReview?: boolean } = {}): string {
  const { where, holdReview = false } = part;
  const { exclude } = exclusionOf({
    entity: canonicalModel.entities[each.entity],
    where: where === undefined ? undefined : goldenCondition(where, canonicalModel, () => []),
    holdReview,
    incomplete: new Set(["customer", "contact"]),
    find: (entity, id) => places[`${entity} ${id}`],
  });
  const found = exclude(each);
  return found?.to === "none" ? `${found.kind} ${found.reason}` : "loaded";
}

describe("what belongs to a record shares its fate", () => {
  test.each<[EntityName, GoldenContent["items"], string, string]>([
    ["contact", { customer: ["c-in"] }, "loaded", "its customer is loaded"],
    ["contact", { customer: ["c-row"] }, "loaded", "its customer is there already"],
    ["contact", { customer: ["c-bad"] }, "reject L108 customer", "its customer is refused"],
    ["contact", { customer: ["c-wait"] }, "review L108 customer", "its customer waits"],
    ["contact", { customer: ["c-out"] }, "skip L108 customer", "its customer is not selected"],
    ["contact", {}, "loaded", "it belongs to nobody"],
    ["contact", { customer: ["c-unknown"] }, "loaded", "a link to nowhere is noted, not punished"],
    ["activity", { customer: ["c-in"], contact: ["p-bad"] }, "loaded", "the customer counts first"],
    ["activity", { contact: ["p-bad"] }, "reject L108 contact", "else the contact"],
    ["customer", { parent: ["c-bad"] }, "loaded", "a parent is only a link"],
  ])("a %s with %j: %s (%s)", (entity, items, expected) => {
    expect(fate(golden(entity, items))).toBe(expected);
  });
});

test.each([
  ["level=A", { level: ["A"] }, "loaded"],
  ["level=A", { level: ["B"] }, "skip L101"],
  ["contact.title=x", { level: ["B"] }, "loaded"],
])("with --where %s a customer with %j is %s", (where, items, expected) => {
  expect(fate(golden("customer", items), { where })).toBe(expected);
});

test("what waits for a person is held only when asked", () => {
  const waiting = golden("customer", {}, true);
  expect([fate(waiting), fate(waiting, { holdReview: true })]).toEqual(["loaded", "review L102"]);
});
