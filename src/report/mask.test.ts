import { expect, test } from "vitest";
import { canonicalModel, findField } from "../model/canonical-model.ts";
import type { EntityName } from "../model/entity.ts";
import { maskValue } from "./mask.ts";

const cases: readonly (readonly [EntityName, string, string, string, string])[] = [
  ["contact", "mobiles", "+8613800138000", "+86138****8000", "a mobile keeps its ends"],
  [
    "customer",
    "phones",
    "+8675528780808 ext 12",
    "+867****0808 ext 12",
    "the extension says nothing",
  ],
  [
    "contact",
    "emails",
    "wang.min@zhaoda.example",
    "w***@zhaoda.example",
    "the domain is no person",
  ],
  ["contact", "name", "张伟", "张*", "the surname stays"],
  ["contact", "wechat_id", "wxid_8812abcd", "wxid****abcd", "an id keeps its ends"],
  ["contact", "note", "家住五和大道", "***", "free text of a person goes"],
  [
    "customer",
    "legal_name",
    "华宸精密技术有限公司",
    "华宸精密技术有限公司",
    "a company is no person",
  ],
];

test.each(cases)("%s.%s %s -> %s: %s", (entity, name, text, expected) => {
  expect(maskValue(findField(canonicalModel, entity, name), text)).toBe(expected);
});

test("hides phones and e-mails in a value of no known field", () => {
  expect(maskValue(undefined, "王 13800138000 a.b@c.example")).toBe(
    "王 138****8000 a***@c.example",
  );
});

test.each([
  ["2026-09-30", "2026-09-30", "a date is no phone"],
  ["2026-09-30 10:30", "2026-09-30 10:30", "nor is a time"],
  ["2026-19-30", "202****9-30", "what is no date may be one"],
])("%s -> %s: %s", (text, expected) => {
  expect(maskValue(undefined, text)).toBe(expected);
});
