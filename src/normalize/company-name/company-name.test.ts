import fc from "fast-check";
import { expect, test } from "vitest";
import type { ParsedCompanyName } from "../../model/parsed.ts";
import { companyName } from "./company-name.ts";
import { parseCompanyName } from "./parse-company-name.ts";

const safe = { repairs: "safe" } as const;
const keyOf = (name: string): string => companyName.normalize(name, undefined, safe).key;

test.each<[string, Partial<ParsedCompanyName>, string]>([
  [
    "深圳华宸精密机械有限公司",
    { region: "440300", brand: "华宸", industry: ["精密机械"], form: "llc" },
    "region, brand, trade, form",
  ],
  [
    "华宸(深圳)精密机械有限公司",
    { region: "440300", brand: "华宸", industry: ["精密机械"] },
    "region in brackets",
  ],
  [
    "广东省深圳市南山区明远网络科技股份有限公司",
    { region: "440305", brand: "明远", form: "jsc" },
    "three levels",
  ],
  ["金牛源餐饮管理(北京)有限公司深圳分公司", { brand: "金牛源", branch: "深圳分公司" }, "a branch"],
  [
    "重庆钢铁股份有限公司",
    { brand: "重庆钢铁" },
    "nothing but trade behind the region: it is the brand",
  ],
  ["3M中国有限公司", { brand: "3m中国" }, "letters and digits"],
  [
    "华宸精密有限公司(曾用名:华晨精密有限公司)-已转出",
    { norm: "华宸精密有限公司", aliases: ["华晨精密有限公司"] },
    "notes behind",
  ],
  ["王建国", { brand: "王建国", isPersonName: true }, "a sole trader's own name"],
])("%s -> %j: %s", (name, expected) => {
  expect(parseCompanyName(name)).toMatchObject(expected);
});

test.each([
  ["深圳华宸精密机械有限公司", "深圳市华宸精密机械有限责任公司", true, "form and 市 do not count"],
  ["深圳华宸精密机械有限公司", "华宸（深圳）精密机械有限公司", true, "the bracket moves"],
  [
    "深圳华宸精密机械有限公司",
    "深圳華宸精密機械有限司公",
    true,
    "traditional letters, a mistyped form",
  ],
  ["深圳华宸精密机械有限公司", "无锡华宸精密机械有限公司", false, "another city"],
  ["深圳华宸精密机械有限公司", "深圳华宸网络科技有限公司", false, "another trade"],
  [
    "深圳华宸精密机械有限公司",
    "深圳华宸精密机械有限公司无锡分公司",
    false,
    "a branch is not its parent",
  ],
])("%s and %s share a key: %s, %s", (left, right, same) => {
  expect(keyOf(left) === keyOf(right)).toBe(same);
});

test("normalizing is idempotent and no brand is empty", () => {
  const part = fc.constantFrom(
    "深圳",
    "华宸",
    "精密机械",
    "有限公司",
    "(北京)",
    "分公司",
    " ",
    "A",
    "（",
    "-已转出",
    "市",
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const { display, key } = companyName.normalize(parts.join(""), undefined, safe);
      expect(companyName.normalize(display, undefined, safe)).toMatchObject({ display, key });
      const parsed = parseCompanyName(parts.join(""));
      expect(parsed.brand === "").toBe(parsed.norm === "");
    }),
  );
});
