import { expect, test } from "vitest";
import { csvRow } from "./csv.ts";

test.each([
  [["华宸", "0755"], false, "华宸,0755\n", "plain cells"],
  [
    ['say "hi"', "a,b", "c\nd"],
    false,
    '"say ""hi""","a,b","c\nd"\n',
    "quotes, commas and line breaks",
  ],
  [[""], false, '""\n', "one empty cell is still a row"],
  [
    ["=1+1", "+8613800138001", "-5", "@x"],
    true,
    "'=1+1,+8613800138001,-5,'@x\n",
    "formulas are guarded, numbers are not",
  ],
  [["=1+1"], false, "=1+1\n", "without the guard nothing changes"],
])("%j with excelSafe %s -> %j: %s", (cells, excelSafe, expected) => {
  expect(csvRow(cells, { excelSafe })).toBe(expected);
});
