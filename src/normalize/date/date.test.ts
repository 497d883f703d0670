import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { date } from "./date.ts";

const safe = { repairs: "safe" } as const;
const alone = date.observe([]);

test.each([
  ["2024年3月5日", "2024-03-05", [], "Chinese"],
  ["二〇二四年十二月二十一日", "2024-12-21", [], "Chinese numerals"],
  ["2024/3/5 0:00", "2024-03-05", [], "midnight is Excel's dress"],
  ["2024-03-05 下午3:05", "2024-03-05T15:05", [], "afternoon"],
  ["2024-03-05T16:00:00.000Z", "2024-03-06", [], "an instant, in Shanghai"],
  ["45356", "2024-03-05", [], "a serial number"],
  ["2024年3月", "2024-03", [], "the month only"],
  ["5-Mar-2024", "2024-03-05", [], "English"],
  ["2024年3月5日 星期二", "2024-03-05", [], "with its weekday"],
  ["25/03/2024", "2024-03-25", [], "only one order is possible"],
  ["05/03/2024", "05/03/2024", ["N802"], "both orders are possible"],
  ["24/3/5", "24/3/5", ["N802"], "a short year"],
  ["2024-02-30", "2024-02-30", ["N801"], "no such day"],
  ["去年", "去年", ["N801"], "relative"],
  ["3月5日", "--03-05", ["N803"], "no year"],
  ["1970-01-01", "1970-01-01", ["N804"], "the epoch is no date"],
  ["长期", "长期", ["N806"], "open end"],
  ["2022 11 23", "2022-11-23", [], "spaces between"],
  ["2018-12-1209:03", "2018-12-12T09:03", [], "no space before the time"],
  ["2019年6月28日下午3点半", "2019-06-28T15:30", [], "half past"],
  ["2020年3月左右", "2020-03", ["N807"], "about"],
  ["2024-03-05~2025-03-04", "2024-03-05/2025-03-04", [], "from and to"],
  ["24年3月5日", "2024-03-05", [], "a short year with its 年"],
  ["99年1月", "1999-01", [], "another one"],
  ["5-Mar-24", "2024-03-05", [], "as Excel writes it in English"],
  ["贰零贰肆年叁月伍日", "2024-03-05", [], "numerals of cheques"],
  ["202403", "2024-03", [], "year and month"],
  ["201012", "201012", ["N802"], "a month of 2010 or a day of 2020"],
  ["2024年3月底", "2024-03", ["N807"], "about"],
  ["预计2024-03-05", "2024-03-05", ["N807"], "expected"],
  ["民國113年3月5日", "2024-03-05", [], "traditional letters"],
  ["Tue Mar 05 10:20:30 CST 2024", "2024-03-05T10:20:30", [], "as Java prints it"],
  ["2024.3.5-2025.3.4", "2024-03-05/2025-03-04", [], "from and to with dots"],
  ["2024年3月5日至3月8日", "2024-03-05/2024-03-08", [], "the same year"],
  ["暂无", "", ["N003"], "nothing there"],
])("reads %s as %s, findings %s: %s", (raw, display, codes) => {
  const result = date.normalize(raw, alone, safe);
  expect(result.display).toBe(display);
  expect(result.findings.map(({ code }) => code)).toEqual(codes);
});

test.each([
  [["05/03/2024", "25/03/2024"], "05/03/2024", "2024-03-05", "a day above 12 stands first"],
  [["05/03/2024", "03/25/2024"], "05/03/2024", "2024-05-03", "a day above 12 stands second"],
  [["05/03/2024", "25/03/2024", "03/25/2024"], "05/03/2024", "05/03/2024", "the column disagrees"],
  [["24/3/5", "24/12/31", "99/1/1"], "24/3/5", "2024-03-05", "99 can only be a year"],
  [["113/03/05", "112/01/02"], "113/03/05", "2024-03-05", "years of the Republic"],
])("in the column %s reads %s as %s: %s", (column, raw, expected) => {
  expect(date.normalize(raw, date.observe(column), safe).display).toBe(expected);
  expect(date.observe(column.toReversed())).toEqual(date.observe(column));
});

test("a column where the first part repeats has the year in front", () => {
  const column = Array.from({ length: 10 }, (_, at) => `24/3/${at + 1}`);
  expect(date.normalize("24/3/5", date.observe(column), safe).display).toBe("2024-03-05");
});

test("reads every day it writes, replays and is idempotent", () => {
  const days = fc.date({
    min: new Date("1990-01-01"),
    max: new Date("2090-01-01"),
    noInvalidDate: true,
  });
  const forms = fc.tuple(days, fc.constantFrom("-", "/", ".", "年"), fc.string({ maxLength: 4 }));
  fc.assert(
    fc.property(forms, ([day, mark, noise]) => {
      const iso = day.toISOString().slice(0, 10);
      const [year = "", month, dayOfMonth] = iso.split("-");
      const raw = [year, Number(month), Number(dayOfMonth)].join(mark === "年" ? "-" : mark);
      expect(date.normalize(raw, alone, safe).display).toBe(iso);
      const first = date.normalize(raw + noise, alone, safe);
      expect(first.changes.at(-1)?.after ?? raw + noise).toBe(first.display);
      expect(date.normalize(first.display, alone, safe).display).toBe(first.display);
    }),
  );
});

const vectors = resolve(import.meta.dirname, "../../../../shared/data/vectors/dates.json");
/** Needs the workbook's flag, the clock of an instant, its column, or a lunar calendar. */
const decidedElsewhere = ["43894", "1709596800", "113/03/05", "农历2024年正月初一"];
const codes: Readonly<Record<string, string>> = {
  ambiguous: "N802",
  placeholder: "N804",
  "open-ended": "N806",
};

describe.skipIf(!existsSync(vectors))("the shared date vectors", () => {
  // The file has this shape; a change of it fails here.
  const all = JSON.parse(existsSync(vectors) ? readFileSync(vectors, "utf8") : "[]") as {
    input: string;
    expect: string | null;
  }[];
  const rows = all.filter(({ input }) => !decidedElsewhere.includes(input));

  test.each(rows)("$input is $expect", ({ input, expect: expected }) => {
    const { display, items, findings } = date.normalize(input, alone, safe);
    const code = expected === null ? undefined : codes[expected];
    if (expected === null) expect(items).toEqual([]);
    else if (code === undefined) expect(display).toBe(expected.replace("range ", ""));
    else expect(findings.map((finding) => finding.code)).toEqual([code]);
  });
});
