import { haveOneBrand, lettersOf, sharedLetters, type RowTraits } from "./row-traits.ts";

/** Whether two names may be one that was parsed wrongly: with one brand they would meet by that. */
export function mayBeMisread(traits: RowTraits, left: number, right: number): boolean {
  return !haveOneBrand(traits, left, right) && hasNearLetters(traits, left, right);
}

/** One holds nearly all letters of the other: at most one of four is missing, or one of three of both. */
function hasNearLetters(traits: RowTraits, left: number, right: number): boolean {
  const shared = sharedLetters(traits, left, right);
  const onlyLeft = lettersOf(traits, left) - shared;
  const onlyRight = lettersOf(traits, right) - shared;
  const least = Math.min(onlyLeft, onlyRight);
  return least === 0 || least * 3 <= shared || Math.max(onlyLeft, onlyRight) * 2 < shared;
}

/** Whether each of two rows holds more than `most` letters that the other does not hold. */
export function hasFarLetters(
  traits: RowTraits,
  left: number,
  right: number,
  most: number,
): boolean {
  const fewer = Math.min(lettersOf(traits, left), lettersOf(traits, right));
  return fewer > most && fewer - sharedLetters(traits, left, right) > most;
}
