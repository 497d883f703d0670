import { expect, test } from "vitest";
import { areApart, placeCode } from "./row-traits.ts";

test.each([
  [440305, 440304, false, "two counties of one city"],
  [440305, 440106, true, "two cities of one province"],
  [440305, 320500, true, "two provinces"],
  [440305, 440000, false, "a province holds its cities"],
  [440305, 320000, true, "but no city of another one"],
  [440305, 0, false, "nobody says where"],
  [310115, 310104, false, "a municipality is one city"],
  [310115, 110105, true, "two municipalities"],
])("%i and %i are apart: %s (%s)", (left, right, isApart) => {
  expect(areApart(placeCode(left), placeCode(right))).toBe(isApart);
  expect(areApart(placeCode(right), placeCode(left))).toBe(isApart);
});
