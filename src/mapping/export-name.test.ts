import { expect, test } from "vitest";
import { exportDate, exportStem } from "./export-name.ts";

test.each([
  ["exports/客户_2024-03-01 (2).xlsx", "客户", "date and counter"],
  ["Accounts_001.csv", "Accounts", "parts of one export"],
  ["客户对象导出结果_20221011.xlsx", "客户对象导出结果", "a date of eight digits"],
  ["往来单位信息数据-2026_06_04-13_55_08.xls", "往来单位信息数据", "date and time"],
  ["老客户 汇总(终版).xls", "老客户 汇总(终版)", "a word in brackets is part of the name"],
  ["01-客户台账.xlsx", "01-客户台账", "a number in front is part of the name"],
  ["客户 - 副本.csv", "客户", "a copy"],
  ["2024-03-01.csv", "2024-03-01", "nothing but a date stays"],
  ["crm.csv", "crm", ""],
  ["2024年客户.xlsx", "2024年客户", "a year alone is no date"],
])("%s -> %s %s", (fileName, stem) => {
  expect(exportStem(fileName)).toBe(stem);
});

test.each<[string[], string, string | undefined, string]>([
  [["2026年客户台账", "导出日期: 2026-11-20 制表: 张伟"], "a.xlsx", "2026-11-20", "a title row"],
  [["截至2026年3月5日"], "a.xlsx", "2026-03-05", "Chinese writing"],
  [[], "客户_20261120.csv", "2026-11-20", "the name of the file"],
  [["导出时间 2026.01.02 10:00"], "客户_20261120.csv", "2026-01-02", "the title outranks the name"],
  [["成立于1998-01-01"], "a.csv", undefined, "a date that is about something else"],
  [["手机 13800138000"], "订单20261399.csv", undefined, "no month has that number"],
  [[], "a.csv", undefined, "nothing says so"],
])("%j, %s -> %s: %s", (titles, fileName, date) => {
  expect(exportDate(titles, fileName)).toBe(date);
});
