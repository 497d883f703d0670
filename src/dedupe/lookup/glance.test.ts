import fc from "fast-check";
import { expect, test } from "vitest";
import { layOut } from "../lay-out-table.ts";
import { inventName, inventRecord } from "../invented-records.ts";
import { packRecords } from "../pack.ts";
import { createGlance, type Glance } from "./glance.ts";
import { placesLeftOut } from "./left-out.ts";
import { halfEditsBetween, likenessPerMille } from "./likeness.ts";

const leastLikeness = 700;

function glanceAt(names: readonly string[]): Glance {
  const records = names.map((norm, at) =>
    inventRecord(`list:${at}`, "customer", { legal_name: [inventName({ norm, brand: norm })] }),
  );
  return createGlance(layOut(packRecords(records, "customer")), leastLikeness);
}

test.each([
  ["华宸精密机械", "华宸精密机器", true, "one letter in six is another one"],
  ["华宸精密", "远大启航贸易", false, "nothing in common"],
  ["华宸", "苏州华宸精密机械有限公司", true, "a short name"],
  ["苏州华宸精密机械有限公司", "华宸", false, "no name is short for a part of it"],
  ["甲".repeat(300), "乙", true, "too long to be counted"],
])("%s may be shown for %s: %s", (query, reference, expected, _why) => {
  expect(glanceAt([reference, query])(0, 1)).toBe(expected);
});

const word = fc.string({
  unit: fc.constantFrom(..."华宸精密机械有限公司"),
  minLength: 1,
  maxLength: 9,
});

test("whoever is alike or short for the other is never turned away", () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 9 }), (names) => {
      const mayBeShown = glanceAt(names);
      for (const [query, name] of names.entries()) {
        for (const [reference, other] of names.entries()) {
          const longer = Math.max(name.length, other.length);
          const likeness = likenessPerMille(halfEditsBetween(name, other), longer);
          const isShown = likeness >= leastLikeness || placesLeftOut(name, other) !== undefined;
          if (isShown) expect(mayBeShown(reference, query)).toBe(true);
        }
      }
    }),
  );
});
