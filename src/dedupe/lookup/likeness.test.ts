import fc from "fast-check";
import { expect, test } from "vitest";
import { halfEditsBetween, likenessPerMille } from "./likeness.ts";

test.each<[string, string, number, string]>([
  ["华宸精密", "华宸精密", 0, "equal"],
  ["华宸精密", "华宸密精", 2, "neighbours that changed places"],
  ["华宸", "华信", 3, "another letter"],
  ["华精密", "华宸精密", 2, "a letter forgotten"],
  ["", "华宸", 4, "nothing against two letters"],
  ["", "", 0, "nothing at all"],
])("%s, %s -> %i half edits: %s", (left, right, expected) => {
  expect(halfEditsBetween(left, right)).toBe(expected);
});

test.each([
  [0, 4, 1000],
  [2, 4, 750],
  [99, 4, 0],
  [0, 0, 1000],
])("%i half edits in %i letters -> %i", (edits, longer, expected) => {
  expect(likenessPerMille(edits, longer)).toBe(expected);
});

test("it is the same both ways and nothing only for equal names", () => {
  const name = fc.string({ unit: fc.constantFrom("华", "宸", "信", "科", "技"), maxLength: 12 });
  fc.assert(
    fc.property(name, name, (left, right) => {
      expect(halfEditsBetween(left, right)).toBe(halfEditsBetween(right, left));
      expect(halfEditsBetween(left, right) === 0).toBe(left === right);
    }),
  );
});
