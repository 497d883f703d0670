import { expect, test } from "vitest";
import type { PatternClass } from "../../model/inventory.ts";
import { patternOf } from "./value-pattern.ts";

test.each<[string, PatternClass, string]>([
  ["13800138000", "phone", "plain"],
  ["+86 138-0013-8000", "phone", "with country and separators"],
  ["１３８００１３８０００", "phone", "full width"],
  ["13800138000.0", "phone", "as a number of Excel"],
  ["021-58880000转8001", "phone", "with extension"],
  ["400-820-0000", "phone", "service number"],
  ["+1 415 555 0100", "phone", "abroad"],
  ["sales@example.com", "email", ""],
  ["www.example.com", "url", "without a digit"],
  ["https://c570-s07.example", "url", "with digits"],
  ["91440300MA5EXAMP1X", "uscc", "shape only, the check letter is the business of `check`"],
  ["11010519491231002X", "resident-id", "shape, birth date and check letter"],
  ["2024-03-05 10:20:00", "date", ""],
  ["2024年3月5日", "date", ""],
  ["20240305", "date", "eight digits"],
  ["2024年3月", "date", "a month"],
  ["12,000.50", "number", ""],
  ["300万元", "number", "with unit"],
  ["深圳华宸2号", "han", "letters with a digit"],
  ["Huachen Ltd", "latin", ""],
  ["***", "other", ""],
])("%s looks like %s %s", (text, pattern) => {
  expect(patternOf(text)).toBe(pattern);
});
