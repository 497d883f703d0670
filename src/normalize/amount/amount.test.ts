import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amount } from "./amount.ts";

const safe = { repairs: "safe" } as const;

test.each([
  ["￥1,200.00", "1200", "120000", [], "sign and thousands"],
  ["1.8亿", "180000000", "18000000000", [], "a unit"],
  ["三千五", "3500", "350000", [], "as people say it"],
  ["伍拾万零叁元伍角", "500003.5", "50000350", [], "as on a cheque"],
  ["50-100万", "500000-1000000", "50000000", ["N904"], "the unit counts for both ends"],
  ["两到三万", "20000-30000", "2000000", ["N904"], "as people say a range"],
  ["1亿2千万", "120000000", "12000000000", [], "two units"],
  ["12万3456元", "123456", "12345600", [], "a unit and the rest"],
  ["1万5", "15000", "1500000", [], "as people say it, in digits"],
  ["100多万", "1000000以上", "100000000", ["N904"], "more than"],
  ["年采购额50万(含税)", "500000", "50000000", ["N917"], "words beside it"],
  ["人民币：50万", "500000", "50000000", [], "a currency with a colon"],
  ["RM100", "100 MYR", "10000myr", [], "ringgit"],
  ["100,00", "100,00", "", ["N902"], "a decimal comma or a slip"],
  ["三五百块", "三五百块", "", ["N901"], "about is no number"],
  ["约50万/年", "约500000/年", "50000000", ["N904"], "about, a year"],
  ["50万以上", "500000以上", "50000000", ["N904"], "a lower bound"],
  ["100万美元", "1000000 USD", "100000000usd", [], "another currency"],
  ["$1,200", "1200 USD", "120000usd", ["N905"], "a bare dollar sign"],
  ["(1,200.00)", "-1200", "-120000", [], "brackets are below zero"],
  ["0.125", "0.13", "13", ["N908"], "a tenth of a cent"],
  ["1.234,56", "1.234,56", "", ["N902"], "two readings"],
  ["12%", "12%", "", ["N901"], "a share is no amount"],
  ["面议", "面议", "", ["N903"], "not stated"],
  ["2——3万港币", "20000-30000 HKD", "2000000hkd", ["N904"], "a long dash"],
  ["至少九千块钱以上", "9000以上", "900000", ["N904"], "a lower bound, twice"],
  ["不到1.9万", "19000以下", "1900000", ["N904"], "an upper bound"],
  ["从8500到3万", "8500-30000", "850000", ["N904"], "the unit is the second end's alone"],
  ["两到三仟", "2000-3000", "200000", ["N904"], "a unit of cheques"],
  ["两个亿", "200000000", "20000000000", [], "as people say it"],
  ["3000多欧元", "3000以上 EUR", "300000eur", ["N904"], "and some"],
  ["#DIV/0!", "", "", ["N002"], "a formula error"],
  ["######", "", "", ["N002"], "a column too narrow"],
])("reads %s as %s: key %s, findings %s (%s)", (raw, display, key, codes) => {
  const result = amount.normalize(raw, undefined, safe);
  expect([result.display, result.key]).toEqual([display, key]);
  expect(result.findings.map(({ code }) => code)).toEqual(codes);
});

test("reads what it writes, to the cent", () => {
  const units = fc.constantFrom("", "元", "万", "亿", "k", " USD", "以上", "/年");
  fc.assert(
    fc.property(fc.integer(), fc.nat(99), units, (whole, cents, unit) => {
      const raw = `${whole}.${String(cents).padStart(2, "0")}${unit}`;
      const first = amount.normalize(raw, undefined, safe);
      const again = amount.normalize(first.display, undefined, safe);
      expect([again.display, again.key]).toEqual([first.display, first.key]);
      expect(first.changes.at(-1)?.after ?? raw).toBe(first.display);
    }),
  );
});

const vectors = resolve(import.meta.dirname, "../../../../shared/data/vectors/amounts.json");

describe.skipIf(!existsSync(vectors))("the shared amount vectors", () => {
  // The file has this shape; a change of it fails here.
  const all = JSON.parse(existsSync(vectors) ? readFileSync(vectors, "utf8") : "[]") as {
    input: string;
    expect: number | (number | null)[] | null;
    currency: string;
  }[];
  // A share of something is refused in a column of money.
  const rows = all.filter(({ currency }) => currency !== "ratio");

  test.each(rows)("$input is $expect $currency", ({ input, expect: expected, currency }) => {
    const [parsed] = amount.normalize(input, undefined, safe).items.map((item) => item.parsed);
    const low = Array.isArray(expected) ? (expected[0] ?? null) : expected;
    if (low === null) expect(parsed).toBeUndefined();
    else {
      const minor = String(Math.round(low * 100));
      expect(parsed).toEqual({ kind: "amount", minor, currency: currency.replace("?", "") });
    }
  });
});
