import { intAt, unitAt } from "../element-at.ts";
import { lengthAt, type TextPool } from "../text-pool.ts";
import { adding, longest, replacing } from "./likeness.ts";

/** One text as the letters that it holds, against which others are counted without their order. */
export interface LetterBag {
  /** Takes the letters of a text in, those of the last one out. */
  hold(id: number): void;
  /** What `halfEditsBetween` finds at least between the held text and another. */
  leastHalfEdits(other: number): number;
  /** Whether the held text has letters that the other has not, or more of them. */
  hasMoreThan(other: number): boolean;
}

/**
 * Counts letters instead of comparing texts: a tenth of the work, and most pairs need no more. A
 * letter that only one of two texts has costs at least an edit.
 */
export function createLetterBag(pool: TextPool): LetterBag {
  const counts = new Uint8Array(1 << 16);
  let held = 0;
  const isLong = (id: number): boolean => lengthAt(pool, id) > longest;
  // Counts of longer texts would not fit; they are compared as they are.
  const isCounted = (other: number): boolean => !isLong(held) && !isLong(other);
  return {
    hold(id) {
      if (held !== 0 && !isLong(held)) change(counts, pool, held, -1);
      if (!isLong(id)) change(counts, pool, id, 1);
      held = id;
    },
    leastHalfEdits(other) {
      if (!isCounted(other)) return 0;
      const shared = sharedLetters(counts, pool, other);
      const onlyHeld = lengthAt(pool, held) - shared;
      return leastHalfEdits(onlyHeld, lengthAt(pool, other) - shared);
    },
    hasMoreThan: (other) =>
      isCounted(other) && sharedLetters(counts, pool, other) < lengthAt(pool, held),
  };
}

/** What so many letters that only one text has, and so many that only the other has, cost at least. */
export function leastHalfEdits(onlyOne: number, onlyOther: number): number {
  const both = Math.min(onlyOne, onlyOther);
  return both * replacing + (Math.max(onlyOne, onlyOther) - both) * adding;
}

function change(counts: Uint8Array, { offsets, units }: TextPool, id: number, by: number): void {
  const end = intAt(offsets, id + 1);
  for (let at = intAt(offsets, id); at < end; at += 1) {
    const letter = unitAt(units, at);
    counts[letter] = (counts[letter] ?? 0) + by;
  }
}

/** Letters that a text has in common with the counted one, each as often as both hold it. */
function sharedLetters(counts: Uint8Array, { offsets, units }: TextPool, id: number): number {
  const end = intAt(offsets, id + 1);
  let shared = 0;
  for (let at = intAt(offsets, id); at < end; at += 1) {
    const letter = unitAt(units, at);
    if (counts[letter] === 0) continue;
    counts[letter] = (counts[letter] ?? 0) - 1;
    taken[shared] = letter;
    shared += 1;
  }
  for (let at = 0; at < shared; at += 1) {
    const letter = unitAt(taken, at);
    counts[letter] = (counts[letter] ?? 0) + 1;
  }
  return shared;
}

const taken = new Uint16Array(longest);
