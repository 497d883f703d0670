import { expect, test } from "vitest";
import { observeBy } from "../column-vote.ts";
import { areaVote } from "./area-of-column.ts";

const areaOfColumn = observeBy(areaVote);

const lines = (area: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${area}-6688${1000 + at}`);

test.each([
  ["ten fixed lines of one city", lines("0512", 10), "0512"],
  ["mobiles beside them say nothing", [...lines("0512", 10), "13912345678"], "0512"],
  ["nine are too few", lines("0512", 9), ""],
  ["two cities", [...lines("0512", 10), ...lines("021", 10)], ""],
  ["one line in fifty from elsewhere", [...lines("0512", 50), ...lines("021", 1)], "0512"],
  ["no area of that code", lines("0001", 20), ""],
  ["nothing", [], ""],
])("%s: %j -> %j", (_why, column, area) => {
  expect(areaOfColumn(column)).toEqual({ area });
  expect(areaOfColumn(column.toReversed())).toEqual({ area });
});
