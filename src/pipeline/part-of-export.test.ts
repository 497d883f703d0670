import { expect, test } from "vitest";
import { exportOfPart } from "./part-of-export.ts";

test.each<[string, string | undefined, string]>([
  ["a/Accounts_002.csv", "a/Accounts_#.csv", "Zoho"],
  ["客户-2.xlsx", "客户-#.xlsx", "another separator"],
  ["part01.csv", "part#.csv", "no separator"],
  ["客户.csv", undefined, "one file"],
  [
    "导出20240305123456.csv",
    "导出2024030512#.csv",
    "a moment looks like a number; it has a header",
  ],
])("%s -> %s: %s", (path, expected) => {
  expect(exportOfPart(path)).toBe(expected);
});
