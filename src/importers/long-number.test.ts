import fc from "fast-check";
import { expect, test } from "vitest";
import { hasLongNumber } from "./long-number.ts";

function inText(text: string): boolean {
  const bytes = Buffer.from(text);
  return hasLongNumber(bytes, 0, bytes.length);
}

test.each([
  ["110105491231002", true, "fifteen digits"],
  ["11010549123100", false, "fourteen"],
  ["张三,11010519491231002X,男", true, "in a row of a file"],
  ["110105 19491231 002X", true, "in pieces"],
  ["0755-12345678,13900010001", false, "two phones in two cells"],
])("%s -> %j: %s", (text, expected) => {
  expect(inText(text)).toBe(expected);
});

test("finds whatever an expression finds", () => {
  const text = fc.string({
    unit: fc.constantFrom("1", "9", "0", "5", "2", "8", " ", "-", "a"),
    maxLength: 60,
  });
  fc.assert(fc.property(text, (any) => inText(any) === /[\d -]{15}/.test(any)));
});
