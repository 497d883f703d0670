import { intAt } from "../element-at.ts";
import { countBits } from "../letter-signature.ts";
import type { KeyFamily } from "./key-family.ts";
import { groupsOfRows, type FamilyPostings, type Postings, type RowLetters } from "./postings.ts";

/** A pair to compare, ranks with `left < right`, and the family of keys that found it first. */
export type VisitPair = (left: number, right: number, family: number) => void;

/** Who can meet whom. */
export interface Meetings {
  readonly keys: readonly KeyFamily[];
  readonly postings: Postings;
  readonly letters: RowLetters;
  readonly stride: number;
  /** 1 for rows whose pairs with earlier ones are asked for; all of them when left out. */
  readonly asked?: Uint8Array;
}

/**
 * Visits every candidate pair whose later row lies in `[from, to)`, each pair once: over the ranges
 * of any split, every pair is visited exactly once and in the same order. A stamp a row remembers
 * who was met already; no set of pairs is ever built.
 */
export function forEachCandidatePair(
  meetings: Meetings,
  from: number,
  to: number,
  visit: VisitPair,
): void {
  const { postings } = meetings;
  const { offsets, groups } = groupsOfRows(postings, { from, to, asked: meetings.asked });
  const stamps = new Int32Array(meetings.letters.low.length).fill(-1);
  const visitors = meetings.keys.map((_, family) => visitorOf(meetings, family, stamps, visit));
  for (let right = from; right < to; right += 1) {
    if (meetings.asked?.[right] === 0) continue;
    const end = intAt(offsets, right - from + 1);
    let family = 0;
    for (let at = intAt(offsets, right - from); at < end; at += 1) {
      const group = intAt(groups, at);
      while (group >= intAt(postings.firstGroups, family + 1)) family += 1;
      visitors[family]?.(right, group - intAt(postings.firstGroups, family));
    }
  }
}

type VisitGroup = (right: number, group: number) => void;

function visitorOf(
  meetings: Meetings,
  family: number,
  stamps: Int32Array,
  visit: VisitPair,
): VisitGroup {
  const key = meetings.keys[family];
  const posting = meetings.postings.families[family];
  if (key === undefined || posting === undefined) return () => {};
  if (key.needsLetters === true) {
    return lettersVisitor(posting, meetings.letters, stamps, (left, right) =>
      visit(left, right, family),
    );
  }
  const { offsets, members } = posting;
  const { gate } = key;
  const { stride } = meetings;
  return (right, group) => {
    // Members ascend, so the group is done when the row itself comes up.
    for (let at = intAt(offsets, group); ; at += 1) {
      const left = members[at] ?? right;
      if (left >= right) break;
      if (stamps[left] === right) continue;
      // A pair that a gate turns away may still be met by another family.
      if (gate !== undefined && !gate(left * stride, right * stride)) continue;
      stamps[left] = right;
      visit(left, right, family);
    }
  };
}

/** The letters of the members lie beside them, so that most pairs are dropped without a look at the rows. */
function lettersVisitor(
  { offsets, members, letters }: FamilyPostings,
  { low, high }: RowLetters,
  stamps: Int32Array,
  meet: (left: number, right: number) => void,
): VisitGroup {
  return (right, group) => {
    const rightLow = intAt(low, right);
    const rightHigh = intAt(high, right);
    for (let at = intAt(offsets, group); ; at += 1) {
      const left = members[at] ?? right;
      if (left >= right) break;
      const leftLow = intAt(letters.low, at);
      const leftHigh = intAt(letters.high, at);
      const onlyLeft = countBits(leftLow & ~rightLow) + countBits(leftHigh & ~rightHigh);
      const onlyRight = countBits(rightLow & ~leftLow) + countBits(rightHigh & ~leftHigh);
      const shared = countBits(leftLow & rightLow) + countBits(leftHigh & rightHigh);
      if (!isNear(onlyLeft, onlyRight, shared) || stamps[left] === right) continue;
      stamps[left] = right;
      meet(left, right);
    }
  };
}

/** One holds nearly all letters of the other: at most one of four is missing, or one of three of both. */
function isNear(onlyLeft: number, onlyRight: number, shared: number): boolean {
  const least = Math.min(onlyLeft, onlyRight);
  const most = Math.max(onlyLeft, onlyRight);
  return least === 0 || least * 3 <= shared || most * 2 <= shared;
}
