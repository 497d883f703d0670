import { expect, test } from "vitest";
import { holdsLetterOf, isLetterOf, letterSet } from "./letter-set.ts";

const streets = letterSet("路街");

test.each([
  ["文艺路", 2, true, "the letter is there"],
  ["文艺路", 1, false, "another letter is there"],
  ["文艺路", 3, false, "the text has ended"],
  ["文艺路", -1, false, "the text has not begun"],
])("in %s at %i: %s (%s)", (text, at, expected) => {
  expect(isLetterOf(streets, text, at)).toBe(expected);
});

test.each([
  ["街边小店", 0, true, "anywhere"],
  ["街边小店", 1, false, "only from there on"],
  ["", 0, false, "nothing in nothing"],
])("in %s from %i on: %s (%s)", (text, start, expected) => {
  expect(holdsLetterOf(streets, text, start)).toBe(expected);
});
