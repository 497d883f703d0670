import { expect, test } from "vitest";
import { findDelimiter } from "./delimiter.ts";

test.each([
  ["a,b,c\n1,2,3", ",", 0, "commas"],
  ["a;b\n1,5;2\n3;4", ";", 0, "semicolons with decimal commas inside"],
  ["a\tb\n1\t2", "\t", 0, "tabs"],
  ["名称，电话\n华宸，1", "，", 0, "full-width commas"],
  ['"a;b",c\n"d;e",f', ",", 0, "what stands in quotes does not count"],
  ["a\t,b\t,\n1\t,2\t,", ",", 0, "a TAB behind each cell is decoration"],
  ["a\tb\tc\n1\t2\t\n", "\t", 0, "tabs with a blank last cell"],
  ['"a"\t"b"\t"c"\n"1"\t"2, 3"\t""', "\t", 0, "tabs between quoted cells"],
  ["a\t,b\t\n1\t,2\t\n3\t,4\t", ",", 0, "a TAB behind the last cell too"],
  ["sep=|\na|b", "|", 1, "Excel's own line says it"],
  ["only\none", ",", 0, "one column"],
])("%j -> %j after %i lines: %s", (sample, delimiter, skippedLines) => {
  expect(findDelimiter(sample)).toEqual({ delimiter, skippedLines });
});
