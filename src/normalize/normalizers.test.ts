import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type NormalizerName, normalizerNames } from "../model/normalizer.ts";
import { divisionOf } from "./address/divisions.ts";
import { normalizers } from "./normalizers.ts";

/** Pieces that cells of real tables are made of, so that most cells mean something. */
const pieces = fc.constantFrom(
  ...[
    "华宸精密",
    "有限公司",
    "（深圳）",
    "深圳市",
    "南山区",
    "朝阳区",
    "张三",
    "经理",
    "王",
    "1391234",
    "5678",
  ],
  ...[
    "021-",
    "58880000",
    "转801",
    "2024",
    "年3月5日",
    "/3/5",
    " 8:30",
    "50万",
    "元",
    "￥",
    "1,200",
    "-",
    "~",
  ],
  ...[
    "wang@",
    "zhaoda",
    ".com",
    "９１",
    "1100",
    "00600037341L",
    "、",
    "；",
    " ",
    "　",
    "\u200b",
    "(",
    ")",
    "无",
  ],
  ...["#N/A", "E+10", "A", "客户", "★", "🌹", "約", "％"],
);
const cells = fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join(""));

describe.each(normalizerNames)("%s", (name) => {
  const normalizer = normalizers[name];
  const alone = normalizer.observe([]);

  test("is registered under its own name", () => {
    expect(normalizer.name).toBe(name);
  });

  test("replays its changes from the raw to the display value", () => {
    fc.assert(
      fc.property(cells, (raw) => {
        const { changes, display } = normalizer.normalize(raw, alone, { repairs: "safe" });
        let replayed = raw;
        for (const { before, after } of changes) {
          expect(before).toBe(replayed);
          expect(after).not.toBe(before);
          replayed = after;
        }
        expect(replayed).toBe(display);
      }),
    );
  });

  test("reads its own display value as the same", () => {
    fc.assert(
      fc.property(cells, (raw) => {
        const first = normalizer.normalize(raw, alone, { repairs: "safe" });
        const again = normalizer.normalize(first.display, alone, { repairs: "safe" });
        expect([again.display, again.key, again.changes]).toEqual([first.display, first.key, []]);
      }),
    );
  });

  test("changes nothing when repairs are off, and knows the same", () => {
    fc.assert(
      fc.property(cells, (raw) => {
        const { key, findings } = normalizer.normalize(raw, alone, { repairs: "safe" });
        const untouched = normalizer.normalize(raw, alone, { repairs: "none" });
        expect(untouched).toMatchObject({ display: raw, key, findings, changes: [] });
      }),
    );
  });
});

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((each) => each.join(""));
const brands = fc.constantFrom("华宸", "明远达", "越川", "3M", "A.O.史密斯", "阳光", "北极星");
const companies = fc
  .tuple(
    fc.constantFrom("", "深圳市", "江苏省苏州市", "北京市朝阳区"),
    brands,
    fc.constantFrom("精密机械", "网络科技", "律师", "餐饮管理"),
    fc.constantFrom(
      "有限公司",
      "股份有限公司",
      "事务所",
      "厂",
      "合伙企业(有限合伙)",
      "有限公司南京分公司",
    ),
  )
  .map((parts) => parts.join(""));
const codes = Object.keys(divisionsInUse());

function divisionsInUse(): Readonly<Record<string, string>> {
  const found = ["110105", "310115", "320583", "429004", "440305", "653132", "710000", "810000"];
  return Object.fromEntries(found.map((code) => [code, divisionOf(code)?.fullName ?? ""]));
}

/** Values that are right as they stand: whatever a normalizer does to them would be harm. */
const rightValues: Partial<Record<NormalizerName, fc.Arbitrary<string>>> = {
  "company-name": companies,
  phone: fc
    .tuple(fc.constantFrom("139", "158", "187"), digits(8))
    .map(([head, rest]) => `+86${head}${rest}`),
  email: fc.constantFrom(
    "wang.li@zhaoda.com.cn",
    "info@qq.com",
    "a_b-c@189.cn",
    "x@sina.cn",
    "y@21cn.com",
  ),
  uscc: fc.constantFrom("91110000600037341L", "911522010783762860", "121200004013590816"),
  "person-name": fc.constantFrom(
    "张伟",
    "欧阳修文",
    "阿卜杜拉·买买提",
    "John Smith",
    "張偉",
    "陳昇",
  ),
  address: fc.constantFrom(...codes).map((code) => `${divisionOf(code)?.fullName}科技路1号`),
  region: fc.constantFrom(...codes).map((code) => divisionOf(code)?.fullName ?? ""),
  date: fc
    .date({ min: new Date("1980-01-01"), max: new Date("2080-01-01"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10))
    .filter((day) => day !== "1900-01-01"),
  amount: fc.integer({ min: 0, max: 1e12 }).map(String),
  industry: fc.constantFrom("汽车制造业", "互联网和相关服务", "软件", "房地产业"),
  remark: fc.constantFrom("张三-华东机电-采购部经理", "李总 上海", "VIP客户"),
  text: fc.constantFrom(
    "重点客户，需每月回访！",
    "价格 1,200 元/台",
    "Müller & Söhne",
    "昊玥、喆妍",
    "2024年第3季度",
  ),
};

test.each(normalizerNames)("%s leaves alone what is right", (name) => {
  const normalizer = normalizers[name];
  const right = rightValues[name] ?? fc.constant("");
  fc.assert(
    fc.property(right, (raw) => {
      const { display, changes } = normalizer.normalize(raw, normalizer.observe([]), {
        repairs: "safe",
      });
      expect([display, changes]).toEqual([raw, []]);
    }),
  );
});

test.each(normalizerNames)("%s reads any text without an exception, however long", (name) => {
  const normalizer = normalizers[name];
  const units = fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 3 }));
  const texts = fc.tuple(units, fc.nat(4000)).map(([unit, times]) => unit.repeat(times));
  fc.assert(
    fc.property(texts, (raw) => {
      const { display } = normalizer.normalize(raw, normalizer.observe([raw]), { repairs: "safe" });
      expect(typeof display).toBe("string");
    }),
    { numRuns: 60 },
  );
});
