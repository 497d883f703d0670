import { expect, test } from "vitest";
import { worstExit } from "./exit-codes.ts";

test.each([
  [[], 0, "nothing happened"],
  [[4, 1], 1, "a failed gate outranks rejected rows"],
  [[1, 5], 5, "a conflict outranks a failed gate"],
  [[2, 3], 3, "what could not be done outranks all"],
  [[0, 6], 6, "a warning outranks success"],
])("exit codes %j end as %i because %s", (codes, expected) => {
  expect(worstExit(codes)).toBe(expected);
});
