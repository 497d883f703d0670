import type { KeyFamily } from "./key-family.ts";
import { hasFarLetters } from "./near-letters.ts";
import { areApart, placeOf, type RowTraits } from "./row-traits.ts";

type Asked = Pick<KeyFamily, "needsPlace" | "mostOwnLetters">;

/** Whether a family asks of its pairs what needs no look at their rows. */
export function isChoosy({ needsPlace, mostOwnLetters }: Asked): boolean {
  return needsPlace || mostOwnLetters !== undefined;
}

/** Whether a family drops a pair for its places or letters; another family may find it still. */
export function turnsAway(
  { needsPlace, mostOwnLetters }: Asked,
  traits: RowTraits,
  left: number,
  right: number,
): boolean {
  if (needsPlace && areApart(placeOf(traits, left), placeOf(traits, right))) return true;
  return mostOwnLetters !== undefined && hasFarLetters(traits, left, right, mostOwnLetters);
}
