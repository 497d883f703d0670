import { expect, test } from "vitest";
import { canonicalModel, findField } from "../../model/canonical-model.ts";
import type { EntityName } from "../../model/entity.ts";
import { isSuspendedUser, referenceNormalizer } from "./reference-normalizer.ts";

test.each<[EntityName, string, string, string, string]>([
  ["customer", "owner", "王敏(已停用)", "王敏>王敏", "a colleague who left"],
  ["customer", "owner", " 欧阳 娜娜 ", "欧阳娜娜>欧阳娜娜", "a name with a space"],
  ["customer", "owner", "王总", "王总>王总", "owners are known by what they are called"],
  ["customer", "owner", "0055g00000AbCdE", "0055g00000AbCdE>0055g00000abcde", "an id of a system"],
  ["contact", "owners", "王敏、李强", "王敏>王敏 李强>李强", "two owners"],
  [
    "contact",
    "customer",
    "兆达电子（上海）有限公司",
    "兆达电子(上海)有限公司>上海兆达电子",
    "a company",
  ],
  ["order", "customer", "KH-001", "KH-001>kh001", "a code stays a code"],
  ["activity", "contact", "13912345678", "13912345678>13912345678", "a phone stays as it is"],
  ["customer", "owner", "无", "", "nobody"],
])("%s.%s %j -> %j: %s", (entity, name, raw, expected) => {
  const field = findField(canonicalModel, entity, name);
  if (field === undefined) throw new Error(`No field ${name}`);
  const { items } = referenceNormalizer(field).normalize(raw, undefined, { repairs: "safe" });
  expect(items.map(({ display, key }) => `${display}>${key}`).join(" ")).toBe(expected);
});

test("the mark of a suspended user is told", () => {
  expect(["王敏(已停用)", "王敏（离职）", "王敏"].map(isSuspendedUser)).toEqual([
    true,
    true,
    false,
  ]);
});
