import { SSF } from "@e965/xlsx";
import { expect, test } from "vitest";
import { numberFormatOf } from "./number-format.ts";
import { hasLostDigits, numberText } from "./number-text.ts";

test.each<[number, string, string, string]>([
  [13800138000, "General", "13800138000", "a phone that became a number"],
  [1e20, "General", "100000000000000000000", "no exponent"],
  [1e22, "General", "10000000000000000000000", "no exponent, however long"],
  [1e-7, "General", "0.0000001", "no exponent, however small"],
  [-1.5e-9, "General", "-0.0000000015", "nor below zero"],
  [0.1 + 0.2, "General", "0.3", "the 15 digits that Excel shows"],
  [-0, "General", "0", "no sign before nothing"],
  [45356, "yyyy-mm-dd", "2024-03-05", "a date"],
  [45356.4305555556, 'yyyy"年"m"月"d"日" h:mm', "2024-03-05 10:20:00", "a date with time"],
  [45356.4305555556, "yyyy-mm-dd", "2024-03-05", "a time that the format does not show"],
  [45356.999999999, "yyyy-mm-dd hh:mm", "2024-03-06", "just before midnight rounds up"],
  [45356.75, "[$-804]yyyy/m/d 上午/下午 h:mm;@", "2024-03-05 18:00:00", "half days by their names"],
  [59, "yyyy-mm-dd", "1900-02-28", "before the day that Excel invented"],
  [61, "yyyy-mm-dd", "1900-03-01", "after it"],
  [0.5, "hh:mm", "12:00:00", "a time of no day"],
  [-1, "yyyy-mm-dd", "-1", "before all days: Excel shows #####, the number is kept"],
  [13800138000, "yyyy-mm-dd", "13800138000", "a phone in a column of dates"],
  [0.25, "0%", "0.25", "a share"],
  [1234.5, '"¥"#,##0.00', "1234.5", "money"],
  [12, "0.00USD", "12", "a unit without quotes is no date"],
  [7, "000000", "000007", "zeros that the format adds"],
  [-7, "0000", "-0007", "zeros behind the sign"],
  [1.25, "[h]:mm:ss", "30:00:00", "hours beyond a day"],
  [0.0625, "[mm]:ss", "90:00", "minutes beyond an hour"],
  [-0.5, "[h]:mm", "-0.5", "no length of time"],
])("%d as %s -> %s: %s", (value, code, expected) => {
  expect(numberText(value, numberFormatOf(code), false)).toBe(expected);
});

test.each<[number, string, string, string]>([
  [43894, "yyyy-mm-dd", "2024-03-05", "four years on"],
  [0.5, "hh:mm", "12:00:00", "a time of no day"],
  [0, "yyyy-mm-dd", "1904-01-01", "its first day"],
])("%d as %s in a workbook that counts from 1904 -> %s: %s", (value, code, expected) => {
  expect(numberText(value, numberFormatOf(code), true)).toBe(expected);
});

test.each([1.25, 0.0625, 2.5 + 1 / 86_400, 100.999995, 0.0000116])(
  "%d as a length of time is what SheetJS shows",
  (value) => {
    for (const code of ["[h]:mm:ss", "[hh]:mm", "[mm]:ss", "[ss]", '[h]"小时"mm"分"']) {
      expect(numberText(value, numberFormatOf(code), false)).toBe(SSF.format(code, value));
    }
  },
);

test.each([
  [Number("1234567890123456789"), true, "beyond what a number holds"],
  [4403001234567890, true, "ends in the zero that Excel puts"],
  [4403001234567891, false, "16 digits that a program wrote whole"],
  [13800138000, false, "short enough"],
])("%d has lost digits: %s, %s", (value, expected) => {
  expect(hasLostDigits(value)).toBe(expected);
});
