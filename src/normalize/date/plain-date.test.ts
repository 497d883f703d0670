import { expect, test } from "vitest";
import { plainDate } from "./plain-date.ts";

test.each([
  ["2024 年 3 月 5 日", "2024年3月5日", false, "spaces"],
  ["日期：2024-03-05", "2024-03-05", false, "a label"],
  ['="2024-03-05"', "2024-03-05", false, "the guard against Excel"],
  ["2O24-O3-05", "2024-03-05", false, "the letter O"],
  ["2024—03—05", "2024-03-05", false, "dashes of typesetting"],
  ["民國113年3月5日", "民国113年3月5日", false, "traditional letters"],
  ["预计2024年3月", "2024年3月", true, "expected"],
  ["2024年3月底", "2024年3月", true, "the end of a month"],
  ["2024年下半年", "2024年", true, "half a year"],
  ["Tue, 05 Mar 2024 10:20:30 GMT", "2024-03-05T10:20:30Z", false, "as mails write it"],
  ["Tue Mar 05 10:20:30 CST 2024", "2024-03-05T10:20:30+0800", false, "as Java prints it"],
  ["2024-03-05 10:20:30 +0800 CST", "2024-03-05 10:20:30+0800", false, "as Go prints it"],
  ["/Date(1709596800000)/", "1709596800000", false, "as old .NET services write it"],
  ["2024-03-05", "2024-03-05", false, "nothing to do"],
])("%s -> %s, about %s: %s", (written, text, isAbout) => {
  expect(plainDate(written)).toEqual({ text, isAbout });
});
