import type { CellObject } from "@e965/xlsx";
import { expect, test } from "vitest";
import { cellText, hasLostDigits } from "./cell-text.ts";

const number = (v: number, z?: string): CellObject => ({
  t: "n",
  v,
  ...(z !== undefined && { z }),
});

test.each<[CellObject, string, string]>([
  [number(13800138000), "13800138000", "a phone that became a number"],
  [number(1e20), "100000000000000000000", "no exponent"],
  [number(1e22), "10000000000000000000000", "no exponent, however long"],
  [number(1e-7), "0.0000001", "no exponent, however small"],
  [number(0.1 + 0.2), "0.3", "the 15 digits that Excel shows"],
  [number(45356, "yyyy-mm-dd"), "2024-03-05", "a date"],
  [number(45356.4305555556, 'yyyy"年"m"月"d"日" h:mm'), "2024-03-05 10:20:00", "a date with time"],
  [number(45356.999999999, "yyyy-mm-dd hh:mm"), "2024-03-06", "just before midnight rounds up"],
  [number(59, "yyyy-mm-dd"), "1900-02-28", "before the day that Excel invented"],
  [number(61, "yyyy-mm-dd"), "1900-03-01", "after it"],
  [number(0.5, "hh:mm"), "12:00:00", "a time of no day"],
  [number(0.25, "0%"), "0.25", "a share"],
  [{ t: "n", v: 7, z: "000000", w: "000007" }, "000007", "zeros that the format adds"],
  [{ t: "b", v: true }, "TRUE", "a truth"],
  [{ t: "e", v: 42 }, "#N/A", "an error by its name"],
  [{ t: "s", v: "000001" }, "000001", "text as it stands"],
  [{ t: "z" }, "", "nothing"],
])("%j -> %s: %s", (cell, expected) => {
  expect(cellText(cell, false)).toBe(expected);
});

test("a workbook that counts from 1904 is four years on", () => {
  expect(cellText(number(43894, "yyyy-mm-dd"), true)).toBe("2024-03-05");
});

test.each([
  [Number("1234567890123456789"), true, "beyond what a number holds"],
  [4403001234567890, true, "ends in the zero that Excel puts"],
  [4403001234567891, false, "16 digits that a program wrote whole"],
  [13800138000, false, "short enough"],
])("%d has lost digits: %s, %s", (value, expected) => {
  expect(hasLostDigits(number(value))).toBe(expected);
});
