import { expect, test } from "vitest";
import { canonicalModel, findField } from "../../model/canonical-model.ts";
import type { EntityName } from "../../model/entity.ts";
import type { KeyKind } from "../../model/inventory.ts";
import { keyKindOf, keysIn } from "./join-keys.ts";

test.each<[KeyKind, string, string[], string]>([
  ["company", "深圳华宸 （精密）", ["深圳华宸精密"], "width, spaces and brackets go"],
  ["company", "無", [], "a mark for nothing is no key"],
  ["phone", "138-0013-8001", ["+8613800138001"], "one way to write a number"],
  ["phone", "0755-28780808；13800138001", ["+8675528780808", "+8613800138001"], "a list"],
  ["email", "Li@Huachen.example;a@b.example", ["li@huachen.example", "a@b.example"], "case"],
  ["uscc", "91440300ma5eyamp17", ["91440300MA5EYAMP17"], "case"],
  ["code", " ", [], "blank"],
])("%s %s -> %s: %s", (kind, cell, keys) => {
  expect(keysIn(cell, kind)).toEqual(keys);
});

test.each<[EntityName, string, KeyKind | undefined]>([
  ["customer", "legal_name", "company"],
  ["contact", "customer", "company"],
  ["customer", "parent", undefined],
  ["customer", "tax_no", "uscc"],
  ["contact", "mobiles", "phone"],
  ["customer", "level", undefined],
])("%s.%s is a key of kind %s", (entity, field, kind) => {
  expect(keyKindOf(entity, findField(canonicalModel, entity, field))).toBe(kind);
});
