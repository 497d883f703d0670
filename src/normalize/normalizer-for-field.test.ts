import { expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import { field } from "../model/define-field.ts";
import type { Normalized } from "../model/normalizer.ts";
import { normalizerForField } from "./normalizer-for-field.ts";

const fields = Object.values(canonicalModel.entities).flatMap((entity) =>
  entity.fields.map((each) => [`${entity.name}.${each.name}`, each] as const),
);

function normalize(name: string, raw: string): Normalized {
  const found = fields.find(([each]) => each === name)?.[1] ?? field("x", ["", ""], "text");
  const normalizer = normalizerForField(found);
  return normalizer.normalize(raw, normalizer.observe([raw]), { repairs: "safe" });
}

test.each([
  ["customer.uscc", "91110000 600037341l", "91110000600037341L", "a credit code"],
  ["customer.registration_no", "310115600985533", "310115600985533", "a registration number"],
  ["customer.source_code", "'KH-001", "kh-001", "a system's own code"],
  ["customer.phones", "139 1234 5678", "+8613912345678", "a phone"],
  ["customer.level", "A类", "A", "an enum by its label"],
  ["customer.annual_purchase", "50万", "50000000", "an amount in cents"],
  ["customer.employees", "1,200人", "1200", "a number"],
  ["customer.website", "www.zhaoda.com/", "zhaoda.com", "a web address"],
  ["contact.name", "张三先生", "张三", "a person"],
  ["contact.is_primary", "是", "true", "yes or no"],
  ["activity.at", "2024/3/5 8:30", "2024-03-05T08:30", "a time"],
])("%s reads %s with the key %s: %s", (name, raw, key) => {
  expect(normalize(name, raw).key).toBe(key);
});

test.each(fields)("%s takes an empty cell and a placeholder for no value", (_name, each) => {
  const normalizer = normalizerForField(each);
  for (const raw of ["", "  ", "#N/A", "暂无", "[not provided]", "未匹配到相关企业"]) {
    const { items, findings } = normalizer.normalize(raw, normalizer.observe([]), {
      repairs: "safe",
    });
    expect(items).toEqual([]);
    expect(findings.length).toBe(raw.trim() === "" ? 0 : 1);
  }
});

test("a custom code is checked against its pattern", () => {
  const udi = { ...field("udi_di", ["产品标识", "UDI"], "code"), custom: true, pattern: "\\d{14}" };
  const normalizer = normalizerForField(udi);
  const codes = normalizer
    .normalize("069012345", undefined, { repairs: "safe" })
    .findings.map(({ code }) => code);
  expect(codes).toEqual(["N322", "N313"]);
});
