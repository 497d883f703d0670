import fc from "fast-check";
import { expect, test } from "vitest";
import { buildTrie, longestWord, wordNumber } from "./trie.ts";

const words = ["精密", "精密机械", "机械", "械"];

test.each([
  ["华宸精密机械", 2, 9, 4, "the longest word from here on"],
  ["华宸精密机械", 2, 3, 2, "no longer than the limit"],
  ["华宸精密机械", 0, 9, 0, "no word begins here"],
  ["华宸精密", 2, 9, 2, "the text ends before the longer word"],
])("in %s from %i on, at most %i letters: %i (%s)", (text, at, limit, expected) => {
  expect(longestWord(buildTrie(words, false), text, at, limit)).toBe(expected);
});

test("follows words backwards", () => {
  const trie = buildTrie(words, true);
  expect(longestWord(trie, "华宸精密机械", 6, 9)).toBe(4);
  expect(longestWord(trie, "华宸精密机械", 6, 3)).toBe(2);
});

test("finds the words it was built from and no others", () => {
  const letters = fc.string({
    unit: fc.constantFrom(..."精密机械华宸"),
    maxLength: 4,
    minLength: 1,
  });
  fc.assert(
    fc.property(fc.uniqueArray(letters), letters, fc.boolean(), (list, probe, isReversed) => {
      expect(wordNumber(buildTrie(list, isReversed), probe)).toBe(list.indexOf(probe));
    }),
  );
});
