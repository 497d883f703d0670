import fc from "fast-check";
import { expect, test } from "vitest";
import { byCodePoint } from "../text/code-point.ts";
import { sortTexts } from "./sort-texts.ts";
import { textAt, TextPoolBuilder, type TextPool } from "./text-pool.ts";

function poolOf(texts: readonly string[]): TextPool {
  const builder = new TextPoolBuilder();
  for (const text of texts) builder.add(text);
  return builder.finish();
}

function sorted(texts: readonly string[]): string[] {
  const pool = poolOf(texts);
  return Array.from(sortTexts(pool), (id) => textAt(pool, id));
}

function repeats(texts: readonly string[]): string[] {
  const pool = poolOf(texts);
  const found: string[] = [];
  sortTexts(pool, (id) => found.push(textAt(pool, id)));
  return found;
}

test.each([
  [[], [], "nothing"],
  [["b", "a"], ["a", "b"], "two"],
  [["a", "b", "c"], ["a", "b", "c"], "already in order"],
  [["a", "a", "a"], ["a", "a", "a"], "nothing but equal ones"],
  [["r12", "r2", "r1", "r10"], ["r1", "r10", "r12", "r2"], "as texts and not as numbers"],
  [
    ["\u{20000}", "\uffee", "\u4e00"],
    ["\u4e00", "\uffee", "\u{20000}"],
    "beyond the basic plane last",
  ],
  [["ab", "a", "aa", "a"], ["a", "a", "aa", "ab"], "equal ones stay, a beginning comes first"],
  [
    [`${"9".repeat(40)}2`, `${"9".repeat(40)}1`, `${"9".repeat(39)}1`],
    [`${"9".repeat(39)}1`, `${"9".repeat(40)}1`, `${"9".repeat(40)}2`],
    "what no part reaches",
  ],
])("%j -> %j: %s", (texts, expected) => {
  expect(sorted(texts)).toEqual(expected);
});

test.each([
  [["b", "a", "c"], [], "none"],
  [["b", "a", "b", "a", "b"], ["a", "b", "b"], "each but the first of its text"],
  [[`${"9".repeat(40)}2`, `${"9".repeat(40)}1`], [], "what is alike as far as parts reach"],
])("repeats of %j: %j, %s", (texts, expected) => {
  expect(repeats(texts)).toEqual(expected);
});

test("any texts come in the order of their code points", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
    fc.stringMatching(/^r[0-3]{1,9}$/u),
    fc.stringMatching(/^[甲乙丙丁]{1,9}$/u),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
      const inOrder = texts.toSorted(byCodePoint);
      expect(sorted(texts)).toEqual(inOrder);
      expect(repeats(texts)).toEqual(inOrder.filter((text, at) => text === inOrder[at - 1]));
    }),
    { numRuns: 500 },
  );
});
