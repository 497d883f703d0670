import fc from "fast-check";
import { expect, test } from "vitest";
import { phone } from "./phone.ts";
import { readPlainNumber } from "./plain-number.ts";

test.each([
  ["13912345678", "+8613912345678"],
  ["+86 13912345678", "+8613912345678"],
  ["0086-139-1234-5678", "+8613912345678"],
  ["86139 1234 5678", "+8613912345678"],
  ["021-58880000", "+862158880000"],
  ["051266881234", "+8651266881234"],
  ["1391234-5678", undefined],
  ["0139-12345678", undefined],
  ["0400-1234567", undefined],
  ["13800138000", undefined],
])("%s -> %s", (cell, key) => {
  expect(readPlainNumber(cell)?.key).toBe(key);
});

test("the short way reads what the long one reads", () => {
  const prefix = fc.constantFrom("", "+86", "86", "0086", "+86 ", "86-", "0", "086", "00");
  const head = fc.constantFrom(
    "139",
    "170",
    "154",
    "021",
    "010",
    "0512",
    "400",
    "0800",
    "138",
    "0310",
  );
  const rest = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 7, maxLength: 9 });
  const cuts = fc.array(fc.tuple(fc.nat(12), fc.constantFrom("-", " ")), { maxLength: 3 });
  const cells = fc
    .tuple(prefix, head, rest, cuts)
    .map(([before, area, digits, all]) =>
      all.reduce(
        (text, [at, sign]) => text.slice(0, at) + sign + text.slice(at),
        before + area + digits,
      ),
    );
  fc.assert(
    fc.property(cells, (cell) => {
      const read = (text: string) => {
        const { items, findings } = phone.normalize(text, { area: "" }, { repairs: "safe" });
        return [items, findings.map(({ code }) => code)];
      };
      // A blank in front is no part of the number and keeps it from the short way.
      if (readPlainNumber(cell) !== undefined) expect(read(cell)).toEqual(read(` ${cell}`));
    }),
    { numRuns: 2000 },
  );
});
