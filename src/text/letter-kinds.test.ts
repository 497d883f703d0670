import { expect, test } from "vitest";
import { countKind, kindsIn, letterKinds, levelOfLetter } from "./letter-kinds.ts";
import { withoutInvisible } from "./width.ts";

test.each<[string, readonly (keyof typeof letterKinds)[], string]>([
  ["华宸ABC-1，", [], "ordinary letters and signs"],
  ["ＡＢ　", ["wide", "space"], "full width"],
  ["华\u200b宸", ["invisible"], "a zero-width space"],
  ["⻓", ["compatible"], "a radical"],
  ["華", ["uncommon", "traditional"], "traditional only"],
  ["昇", ["uncommon"], "in the key table, yet in use today"],
  ["é", ["foreign"], "an accent"],
  ["🌹", ["surrogate"], "an emoji"],
])("finds in %s: %s (%s)", (text, names) => {
  const expected = names.reduce((found, name) => found | letterKinds[name], 0);
  expect(kindsIn(text)).toBe(expected);
});

test("knows the levels of GB 2312 and counts letters of a kind", () => {
  expect(["司", "淼", "喆"].map((letter) => levelOfLetter(letter.charCodeAt(0)))).toEqual([
    1, 2, 0,
  ]);
  expect(countKind("華為技术", letterKinds.traditional)).toBe(2);
});

test("calls every letter of the basic plane invisible that the cleaning takes out", () => {
  const missed: string[] = [];
  for (let code = 0; code < 0xd800; code += 1) {
    const letter = String.fromCharCode(code);
    const isTaken = withoutInvisible(letter) === "";
    if (isTaken !== ((kindsIn(letter) & letterKinds.invisible) !== 0))
      missed.push(code.toString(16));
  }
  expect(missed).toEqual([]);
});
