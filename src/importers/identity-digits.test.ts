import fc from "fast-check";
import { expect, test } from "vitest";
import { mayHoldIdentity } from "./identity-digits.ts";

function inText(text: string): boolean {
  const bytes = Buffer.from(text);
  return mayHoldIdentity(bytes, 0, bytes.length);
}

test.each([
  ["110105491231002", true, "fifteen digits"],
  ["11010549123100", false, "fourteen"],
  ["张三,11010519491231002X,男", true, "in a row of a file"],
  ["110105194912310021", true, "eighteen digits"],
  ["110105 19491231 002X", true, "in pieces"],
  ["0755-12345678,13900010001", false, "two phones in two cells"],
  ["913101157320019495", false, "a credit code"],
  ["91310115732001949X", false, "a credit code that ends like an identity number"],
  ["1234567890123456789", false, "a long id of a system"],
  ["202603021015000123", false, "an order number with its day in front"],
])("%s -> %j: %s", (text, expected) => {
  expect(inText(text)).toBe(expected);
});

test("finds whatever an expression finds", () => {
  const digits = fc.constantFrom("1", "9", "0", "4", "2");
  const text = fc.string({ unit: fc.oneof(digits, fc.constantFrom("X", "a", " ")), maxLength: 60 });
  const number = fc
    .tuple(fc.constantFrom("110105", "320505"), fc.constantFrom("491231", "19491231"), digits)
    .map(([region, day, end]) => region + day + (day.length === 6 ? "002" : `002${end}`));
  fc.assert(fc.property(text, number, (any, one) => inText(`${any},${one},${any}`)));
});
