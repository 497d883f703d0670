import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "./edit-distance.ts";

test.each([
  ["company", "compny", 2, 1, "one letter dropped"],
  ["有限公司", "有限司公", 3, 2, "two letters swapped are two edits"],
  ["", "ab", 3, 2, "from nothing"],
  ["abcdef", "uvwxyz", 2, 3, "stops at the limit"],
])("%s and %s within %i -> %i: %s", (left, right, limit, expected) => {
  expect(editDistance(left, right, limit)).toBe(expected);
});

test("is symmetric and zero only for equal texts", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (left, right) => {
      const distance = editDistance(left, right, 99);
      expect(distance).toBe(editDistance(right, left, 99));
      expect(distance === 0).toBe(left === right);
    }),
  );
});
