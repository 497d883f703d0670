import { expect, test } from "vitest";
import { nearestWord } from "./nearest-word.ts";

const words = ["import", "inspect", "init", "dedupe", "mapping suggest"];

test.each<[string, string | undefined, string]>([
  ["imprt", "import", "one letter is missing"],
  ["dedup", "dedupe", "the word is not finished"],
  ["INIT", undefined, "capitals are other letters"],
  ["frobnicate", undefined, "no word is close"],
  ["mapping sugest", "mapping suggest", "a subcommand is one word here"],
])("%s is taken for %s because %s", (word, expected) => {
  expect(nearestWord(word, words)).toBe(expected);
});
