import { expect, test } from "vitest";
import { countBits } from "../letter-signature.ts";
import { placeCode, type RowTraits } from "./row-traits.ts";
import { turnsAway } from "./turns-away.ts";

/** Rows by their region and the small letters they hold, a bit each. */
function traitsOf(...rows: readonly (readonly [region: number, letters: string])[]): RowTraits {
  const cells = rows.flatMap(([region, letters]) => {
    const bits = [...letters].reduce((all, each) => all | (1 << (each.charCodeAt(0) - 97)), 0);
    return [placeCode(region) | (countBits(bits) << 16), bits, 0, 0];
  });
  const none = { byPlace: new Int32Array(0), taught: new Uint8Array(0), taughtOneIn: 1 };
  return { cells: Int32Array.from(cells), ...none };
}

test.each<[string, string, number | undefined, boolean, string]>([
  ["abcd", "abcd", 0, false, "equal ones hold nothing of their own"],
  ["abcd", "abce", 0, true, "a letter each is too much for none"],
  ["abcd", "abce", 1, false, "and allowed by one"],
  ["abcd", "abef", 1, true, "two each"],
  ["ab", "abcdef", 1, false, "the shorter one is held by the longer"],
  ["abcd", "efgh", 2, true, "nothing in common"],
  ["ab", "cd", 2, false, "too short to hold three"],
  ["abcd", "efgh", undefined, false, "a family that asks nothing"],
])("%s and %s with %s letters of their own: %s, %s", (left, right, most, isAway) => {
  const traits = traitsOf([0, left], [0, right]);
  const family = { needsPlace: false, mostOwnLetters: most };
  expect(turnsAway(family, traits, 0, 1)).toBe(isAway);
  expect(turnsAway(family, traits, 1, 0)).toBe(isAway);
});

test("two cities are turned away where the place is asked for", () => {
  const traits = traitsOf([440305, "ab"], [310115, "ab"], [0, "ab"]);
  const family = { needsPlace: true, mostOwnLetters: undefined };
  expect(turnsAway(family, traits, 0, 1)).toBe(true);
  expect(turnsAway(family, traits, 0, 2)).toBe(false);
  expect(turnsAway({ ...family, needsPlace: false }, traits, 0, 1)).toBe(false);
});
