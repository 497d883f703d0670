import { lookAlike } from "../../text/look-alikes.ts";
import { soundAlike } from "../../text/sound.ts";

/** How two names differ: what is left when the same beginning and end are taken off both. */
export interface Difference {
  /** Where it begins in the right name. */
  readonly at: number;
  readonly left: string;
  readonly right: string;
}

/** `"华晨精密", "华宸精密"` -> `{ at: 1, left: "晨", right: "宸" }`; equal names differ in nothing at the end */
export function differenceOf(left: string, right: string): Difference {
  const shorter = Math.min(left.length, right.length);
  let at = 0;
  while (at < shorter && left[at] === right[at]) at += 1;
  let tail = 0;
  while (tail < shorter - at && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  return {
    at,
    left: left.slice(at, left.length - tail),
    right: right.slice(at, right.length - tail),
  };
}

/** More letters than this in a difference are no slip of a finger. */
const longest = 3;

/**
 * Is the difference a slip, and not the name of another company? Letters that changed places,
 * letters of one sound or one look are slips, but not in a brand of two letters: 晟安 and 盛安,
 * 康泰 and 泰康 are companies each. A letter too many, too few or another one is a slip only where
 * no brand stands.
 */
export function isSlip(difference: Difference, brand: Place): boolean {
  const { at, left, right } = difference;
  if (left.length > longest || right.length > longest) return false;
  const isInBrand = at <= brand.end && at + right.length >= brand.start;
  const isShortBrand = isInBrand && brand.end - brand.start < 3;
  if (changedPlaces(left, right)) return !coversBrand(difference, brand);
  if (isAlike(left, right)) return !isShortBrand;
  return !isInBrand && Math.abs(left.length - right.length) <= 1 && right.length <= 1;
}

/** From `start` up to and without `end`. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

function coversBrand({ at, right }: Difference, brand: Place): boolean {
  return at <= brand.start && at + right.length >= brand.end;
}

function changedPlaces(left: string, right: string): boolean {
  return left.length === right.length && left.length > 1 && sorted(left) === sorted(right);
}

function sorted(text: string): string {
  return [...text].toSorted((a, b) => (a < b ? -1 : 1)).join("");
}

function isAlike(left: string, right: string): boolean {
  if (left.length !== right.length || left === "") return false;
  return [...left].every((letter, at) => {
    const other = right[at] ?? "";
    return soundAlike(letter, other) || lookAlike(letter, other);
  });
}
