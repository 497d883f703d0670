import type { Random } from "../generator/random.ts";
import { brandLetters, givenLetters, latinSyllables, surnames } from "./data/words.ts";
import { weightedChoice } from "./weighted-choice.ts";

// Letters by rank: the thirtieth is half as common as the first one.
const chooseLetter = weightedChoice(
  [...new Set(brandLetters)].map((letter, rank) => [letter, 1000 / (rank + 30)] as const),
);
const chooseSurname = weightedChoice(surnames);

/** How brands are made, in per mille. */
const chooseKind = weightedChoice([
  ["two", 545],
  ["three", 245],
  ["four", 130],
  ["latin", 25],
  ["latin-han", 10],
  ["person", 25],
  ["number", 10],
  ["china", 10],
] as const);

/** A brand 字号: two letters more often than not, seldom Latin or the founder's name. */
export function inventBrand(random: Random): string {
  const letters = (count: number): string =>
    Array.from({ length: count }, () => chooseLetter(random)).join("");
  return inventBy[chooseKind(random)](random, letters);
}

type InventByKind = (random: Random, letters: (count: number) => string) => string;

const inventBy = {
  two: (_, letters) => letters(2),
  three: (_, letters) => letters(3),
  four: (_, letters) => letters(4),
  latin: (random) => latinWord(random).toUpperCase(),
  "latin-han": (random, letters) => latinWord(random).toUpperCase().slice(0, 3) + letters(2),
  person: inventPersonName,
  number: (random, letters) => random.pick(["一", "三", "五", "九", "百", "千", "万"]) + letters(1),
  china: (random, letters) => random.pick(["中", "国", "华", "中国"]) + letters(2),
} as const satisfies Readonly<Record<string, InventByKind>>;

function latinWord(random: Random): string {
  return Array.from({ length: 2 + random.below(3) }, () => random.pick(latinSyllables)).join("");
}

/** `"欧阳明月"`: a surname by its frequency and one or two letters. */
export function inventPersonName(random: Random): string {
  const given = random.pick(givenLetters) + (random.chance(75) ? random.pick(givenLetters) : "");
  return chooseSurname(random) + given;
}
