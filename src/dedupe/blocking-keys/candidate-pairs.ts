import { intAt } from "../element-at.ts";
import { countWideBits } from "../letter-signature.ts";
import type { KeyFamily } from "./key-family.ts";
import type { Postings } from "./join-families.ts";
import type { FamilyPostings } from "./postings.ts";
import { areApart, type RowTraits } from "./row-traits.ts";

/** A pair to compare, ranks with `left < right`, and the family of keys that found it first. */
export type VisitPair = (left: number, right: number, family: number) => void;

/** Who can meet whom. */
export interface Meetings {
  readonly keys: readonly KeyFamily[];
  readonly postings: Postings;
  readonly traits: RowTraits;
  readonly stride: number;
  /** 1 for rows whose pairs with earlier ones are asked for; all of them when left out. */
  readonly asked?: Uint8Array;
  /** A comparison that is hidden, and with it the family of keys of its name. */
  readonly hidden?: string;
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
  const { firstPlaces, ofRows } = meetings.postings;
  const stamps = new Int32Array(meetings.traits.places.length).fill(-1);
  const visitors = meetings.keys.map((_, family) => visitorOf(meetings, family, stamps, visit));
  for (let right = from; right < to; right += 1) {
    if (meetings.asked?.[right] === 0) continue;
    const end = intAt(ofRows.offsets, right + 1);
    let family = 0;
    for (let at = intAt(ofRows.offsets, right); at < end; at += 1) {
      const start = intAt(ofRows.starts, at);
      while (start >= intAt(firstPlaces, family + 1)) family += 1;
      visitors[family]?.(right, start - intAt(firstPlaces, family));
    }
  }
}

/** Visits the members of a group, told by its first one, that come before a row. */
type VisitGroup = (right: number, start: number) => void;

function visitorOf(
  meetings: Meetings,
  family: number,
  stamps: Int32Array,
  visit: VisitPair,
): VisitGroup {
  const key = meetings.keys[family];
  const posting = meetings.postings.families[family];
  if (key === undefined || posting === undefined || key.name === meetings.hidden) return () => {};
  const meet = (left: number, right: number): void => visit(left, right, family);
  if (posting.width === 1) return plainVisitor(posting, stamps, meet);
  return filteringVisitor({ key, posting, stamps, meetings, meet });
}

type Meet = (left: number, right: number) => void;

function plainVisitor({ members }: FamilyPostings, stamps: Int32Array, meet: Meet): VisitGroup {
  return (right, start) => {
    // Members ascend, so the group is done when the row itself comes up.
    for (let at = start; ; at += 1) {
      const left = members[at] ?? right;
      if (left >= right) break;
      if (stamps[left] === right) continue;
      stamps[left] = right;
      meet(left, right);
    }
  };
}

interface Filtering {
  readonly key: KeyFamily;
  readonly posting: FamilyPostings;
  readonly stamps: Int32Array;
  readonly meetings: Meetings;
  readonly meet: Meet;
}

/** What members are turned away by stands beside them: most pairs cost no look at their rows. */
function filteringVisitor({ key, posting, stamps, meetings, meet }: Filtering): VisitGroup {
  const { members, width } = posting;
  const { traits, stride } = meetings;
  const { isOpen: openTest = always, gate = always, needsLetters = false } = key;
  const places = key.needsPlace === true ? traits.places : new Int32Array(0);
  return (right, start) => {
    const isOpen = openTest(right * stride);
    const place = intAt(places, right);
    for (let at = start * width; ; at += width) {
      const left = members[at] ?? right;
      if (left >= right) break;
      if (!mayMeet(intAt(members, at + 1), isOpen, place)) continue;
      if (needsLetters && !hasNearLetters(members, at + 2, traits, right)) continue;
      if (stamps[left] === right) continue;
      // A pair that a gate turns away may still be met by another family.
      if (!gate(left * stride, right * stride)) continue;
      stamps[left] = right;
      meet(left, right);
    }
  };
}

function always(): boolean {
  return true;
}

/** Whether one of the two is open, and the place of a member fits. */
function mayMeet(trait: number, isOpen: boolean, place: number): boolean {
  return (isOpen || (trait & 1) === 1) && !areApart(trait >> 1, place);
}

/** One holds nearly all letters of the other: at most one of four is missing, or one of three of both. */
function hasNearLetters(
  letters: Int32Array,
  at: number,
  { low, high }: RowTraits,
  right: number,
): boolean {
  const leftLow = intAt(letters, at);
  const leftHigh = intAt(letters, at + 1);
  const rightLow = intAt(low, right);
  const rightHigh = intAt(high, right);
  const shared = countWideBits(leftLow & rightLow, leftHigh & rightHigh);
  const onlyLeft = countWideBits(leftLow, leftHigh) - shared;
  const onlyRight = countWideBits(rightLow, rightHigh) - shared;
  const least = Math.min(onlyLeft, onlyRight);
  return least === 0 || least * 3 <= shared || Math.max(onlyLeft, onlyRight) * 2 <= shared;
}
