import fc from "fast-check";
import { expect, test } from "vitest";
import { Dictionary } from "../dictionary.ts";
import { createLetterBag } from "./letter-bag.ts";
import { placesLeftOut } from "./left-out.ts";
import { halfEditsBetween } from "./likeness.ts";

const words = fc.string({ unit: fc.constantFrom(..."华宸精密机械有限公司"), maxLength: 12 });

test.each([
  ["华宸精密", "华晨精密", 3, "one letter replaced"],
  ["华宸", "华宸精密", 4, "two added"],
  ["华宸精密", "精密华宸", 0, "order does not count"],
  ["公公", "公司", 3, "a letter counts as often as it stands"],
])("%s and %s are at least %i half edits apart", (one, other, expected, _why) => {
  const dictionary = new Dictionary();
  const [left, right] = [dictionary.idOf(one), dictionary.idOf(other)];
  const bag = createLetterBag(dictionary.finish());
  bag.hold(left);
  expect(bag.leastHalfEdits(right)).toBe(expected);
});

test("never says more than the edits are, nor that a shortened name has letters of its own", () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 6 }), (texts) => {
      const dictionary = new Dictionary();
      const ids = texts.map((text) => dictionary.idOf(text));
      const bag = createLetterBag(dictionary.finish());
      for (const [at, text] of texts.entries()) {
        bag.hold(ids[at] ?? 0);
        for (const [to, other] of texts.entries()) {
          const id = ids[to] ?? 0;
          expect(bag.leastHalfEdits(id)).toBeLessThanOrEqual(halfEditsBetween(text, other));
          if (placesLeftOut(text, other) !== undefined) expect(bag.hasMoreThan(id)).toBe(false);
        }
      }
    }),
  );
});
