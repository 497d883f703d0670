import fc from "fast-check";
import { expect, test } from "vitest";
import { plainNumber } from "../number-text.ts";
import { isPlainNumber, shortNumber } from "./plain-number.ts";

const isPlain = (text: string): boolean => isPlainNumber(Buffer.from(text), 0, text.length);

test.each([
  ["13800138000", true],
  ["0", true],
  ["-7", true],
  ["-0.5", true],
  ["123456789012345", true],
  ["1234567890123456789", true],
  ["0.12345678901234", false],
  ["-0", false],
  ["007", false],
  ["1.50", false],
  ["1.", false],
  [".5", false],
  ["1E3", false],
  ["1.2.3", false],
  ["-", false],
  ["", false],
  [" 1", false],
])("%j can be taken as it stands: %s", (text, expected) => {
  expect(isPlain(text)).toBe(expected);
});

test("what can be taken as it stands is what the number would be written as", () => {
  const letters = fc.array(fc.constantFrom(..."0123456789.-E"), { maxLength: 17 });
  fc.assert(
    fc.property(letters, (each) => {
      const text = each.join("");
      if (isPlain(text) && text.length <= 15) expect(plainNumber(Number(text))).toBe(text);
    }),
    { numRuns: 5000 },
  );
  fc.assert(
    fc.property(
      fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
      (value) => {
        const text = plainNumber(value);
        expect(text).not.toMatch(/e/i);
        if (text.length <= 15) expect(isPlain(text)).toBe(true);
      },
    ),
  );
});

test.each([
  "45356",
  "45356.4305555556",
  "0.1",
  ".5",
  "5.",
  "007",
  "99999999999999.9",
  "1.1.1",
  "-1",
  "1E3",
  "",
  ".",
])("%j is the number that it is, or none", (text) => {
  const value = shortNumber(Buffer.from(text), 0, text.length);
  if (!Number.isNaN(value)) expect(value).toBe(Number(text));
});

test("digits that are few are read as Number reads them", () => {
  const whole = fc.integer({ min: 0, max: 99_999 });
  const fraction = fc.array(fc.constantFrom(..."0123456789"), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(whole, fraction, (left, right) => {
      const text = `${left}.${right.join("")}`;
      expect(shortNumber(Buffer.from(text), 0, text.length)).toBe(Number(text));
    }),
    { numRuns: 5000 },
  );
});
