import { expect, test } from "vitest";
import { dealFamilies, evenRanges, takeBack } from "./share-out.ts";

test.each([
  [
    10,
    3,
    [
      [0, 4],
      [4, 8],
      [8, 10],
    ],
  ],
  [
    2,
    8,
    [
      [0, 1],
      [1, 2],
    ],
  ],
  [0, 4, []],
] as const)("%i records in %i parts are %j", (size, parts, ranges) => {
  expect(evenRanges(size, parts)).toEqual(ranges);
});

test.each([
  [0, 2],
  [1, 2],
  [7, 3],
  [19, 4],
])("%i families dealt to %i hands are taken back in their order", (families, hands) => {
  const dealt = dealFamilies(families, hands);
  const expected = Array.from({ length: families }, (_, at) => at);
  expect(takeBack(dealt, dealt)).toEqual(expected);
});
