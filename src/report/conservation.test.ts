import { expect, test } from "vitest";
import { equation } from "./conservation.ts";

test("prints a law with its numbers in both languages", () => {
  const parts = [
    [24_894, "sourceRows"],
    [24, "quarantined"],
    [0, "notData"],
  ] as const;
  expect(equation([24_918, "rowsRead"], parts, { language: "en" })).toBe(
    "24,918 rows read = 24,894 source rows + 24 quarantined + 0 not data\n",
  );
  expect(equation([24_918, "rowsRead"], parts, { language: "zh", width: 40 })).toBe(
    "24,918 读取行 = 24,894 源行 + 24 隔离\n                + 0 非数据行\n",
  );
});

test("refuses numbers that do not add up", () => {
  expect(() => equation([2, "recordsMade"], [[1, "inGolden"]], { language: "en" })).toThrow(
    "counts do not add up: 2 records = 1 in golden records",
  );
});
