import { SSF } from "@e965/xlsx";
import { expect, test } from "vitest";
import { builtInFormat, numberFormatOf } from "./number-format.ts";

const dates = [
  "m/d/yy",
  "d-mmm",
  "yyyy\\-mm\\-dd",
  'yyyy"年"m"月"d"日"',
  "yyyy年m月d日",
  '[$-804]yyyy"年"m"月"d"日";@',
  "[DBNum1][$-804]yyyy年m月d日",
  "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
  'e"年"m"月"',
  "[Blue]yyyy.mm.dd",
  "b1yyyy",
];
const times = [
  "h:mm AM/PM",
  "mm:ss",
  "hh:mm:ss.000",
  "mmss.0",
  '上午/下午h"时"mm"分"',
  "yyyy/m/d h:mm;@",
  "[<1]h:mm;yyyy-mm-dd",
];
const elapsed = ["[h]:mm:ss", "[m]", "[ss].00"];
const numbers = [
  "General",
  "G/通用格式",
  'G/通用格式"个"',
  "@",
  "0.00",
  "#,##0 ;(#,##0)",
  "0%",
  "0.00E+00",
  "##0.0E+0",
  "# ??/??",
  '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  '"¥"#,##0.00;[Red]\\-"¥"#,##0.00',
  "[$CNY] #,##0.00",
  '0"days"',
  "\\d0",
  'General"d"',
];

test.each([
  ...dates.map((code) => [code, "date"]),
  ...times.map((code) => [code, "date"]),
  ...elapsed.map((code) => [code, "elapsed"]),
  ...numbers.map((code) => [code, "number"]),
])("%s is a %s, as SheetJS sees it too", (code, kind) => {
  expect(numberFormatOf(code).kind).toBe(kind);
  expect(SSF.is_date(code)).toBe(kind !== "number");
});

test.each(times)("%s shows the time of day", (code) => {
  expect(numberFormatOf(code)).toMatchObject({ hasTime: true });
});

test.each(dates)("%s shows days only", (code) => {
  expect(numberFormatOf(code)).toMatchObject({ hasDay: true, hasTime: false });
});

test.each(["0.00USD", "#,##0.00kg", "*d0"])("%s is a number, where SheetJS sees a date", (code) => {
  expect(numberFormatOf(code).kind).toBe("number");
  expect(SSF.is_date(code)).toBe(true);
});

test.each([
  [0, "number"],
  [4, "number"],
  [14, "date"],
  [22, "date"],
  [27, "date"],
  [31, "date"],
  [36, "date"],
  [46, "elapsed"],
  [49, "number"],
  [50, "date"],
  [58, "date"],
  [59, "number"],
  [81, "date"],
  [164, "number"],
])("the built-in format %d is a %s", (id, kind) => {
  expect(numberFormatOf(builtInFormat(id)).kind).toBe(kind);
});

test.each([32, 35, 55, 56])("the built-in format %d of Chinese Excel shows the time", (id) => {
  expect(numberFormatOf(builtInFormat(id))).toMatchObject({ hasTime: true });
});
