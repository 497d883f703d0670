import { intAt } from "../element-at.ts";
import { countWideBits } from "../letter-signature.ts";
import type { RowTraits } from "./row-traits.ts";

/** One holds nearly all letters of the other: at most one of four is missing, or one of three of both. */
export function hasNearLetters({ low, high }: RowTraits, left: number, right: number): boolean {
  const leftLow = intAt(low, left);
  const leftHigh = intAt(high, left);
  const rightLow = intAt(low, right);
  const rightHigh = intAt(high, right);
  const shared = countWideBits(leftLow & rightLow, leftHigh & rightHigh);
  const onlyLeft = countWideBits(leftLow, leftHigh) - shared;
  const onlyRight = countWideBits(rightLow, rightHigh) - shared;
  const least = Math.min(onlyLeft, onlyRight);
  return least === 0 || least * 3 <= shared || Math.max(onlyLeft, onlyRight) * 2 < shared;
}
