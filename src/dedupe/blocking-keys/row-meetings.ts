import { intAt } from "../element-at.ts";
import { accumulate, sharedInts } from "../growing-array.ts";
import type { FamilyPostings, PostingForm } from "./postings.ts";

/** For each row whom it meets among the rows before it, strongest family first (CSR, shared). */
export interface RowMeetings {
  readonly offsets: Int32Array;
  /**
   * A rank or the number of a group within its family, four times; plus two for a rank; plus one
   * where the pair, or the row in the group, is open.
   */
  readonly codes: Int32Array;
  readonly families: Uint16Array;
}

/** Whether a code tells a rank, and not a group. */
export function isPair(code: number): boolean {
  return (code & 2) !== 0;
}

/** Turns the pairs and groups of all families around. */
export function meetingsOfRows(
  families: readonly FamilyPostings[],
  size: number,
  form: PostingForm,
): RowMeetings {
  const offsets = sharedInts(size + 1);
  for (const family of families) countMeetings(family, offsets, form);
  accumulate(offsets);
  const codes = sharedInts(intAt(offsets, size));
  const meetings = { offsets, codes, families: sharedShorts(codes.length) };
  const next = offsets.slice();
  for (const [at, family] of families.entries()) {
    placePairs(family, at, next, meetings);
    placeGroups(family, { family: at, form }, next, meetings);
  }
  return meetings;
}

/** Counts the meetings of each row, one place further on. */
function countMeetings(family: FamilyPostings, counts: Int32Array, form: PostingForm): void {
  countPairs(family.pairs, counts);
  countGroups(family, counts, form);
}

function countPairs(pairs: Int32Array, counts: Int32Array): void {
  for (let at = 1; at < pairs.length; at += 2) countOne(counts, intAt(pairs, at));
}

function countGroups(
  { groups, members }: FamilyPostings,
  counts: Int32Array,
  form: PostingForm,
): void {
  for (let group = 0; group < groups.length; group += 3) {
    const end = intAt(groups, group + 2);
    for (let at = firstMeeting(groups, group, form); at < end; at += 1) {
      countOne(counts, intAt(members, at));
    }
  }
}

function countOne(counts: Int32Array, rank: number): void {
  counts[rank + 1] = intAt(counts, rank + 1) + 1;
}

function placePairs(
  { pairs }: FamilyPostings,
  family: number,
  next: Int32Array,
  { codes, families }: RowMeetings,
): void {
  for (let at = 0; at < pairs.length; at += 2) {
    const left = intAt(pairs, at);
    const right = intAt(pairs, at + 1);
    const place = intAt(next, right);
    codes[place] = (left >> 1) * 4 + 2 + (left & 1);
    families[place] = family;
    next[right] = place + 1;
  }
}

function placeGroups(
  { groups, members }: FamilyPostings,
  { family, form }: { readonly family: number; readonly form: PostingForm },
  next: Int32Array,
  { codes, families }: RowMeetings,
): void {
  for (let group = 0; group < groups.length; group += 3) {
    const closed = intAt(groups, group + 1);
    const end = intAt(groups, group + 2);
    const code = (group / 3) * 4;
    for (let at = firstMeeting(groups, group, form); at < end; at += 1) {
      const rank = intAt(members, at);
      const place = intAt(next, rank);
      codes[place] = at < closed ? code + 1 : code;
      families[place] = family;
      next[rank] = place + 1;
    }
  }
}

/** Where everybody is open, the first one meets nobody who comes before it. */
function firstMeeting(groups: Int32Array, group: number, form: PostingForm): number {
  const start = intAt(groups, group);
  const isPlain = intAt(groups, group + 1) === intAt(groups, group + 2);
  return form === "pairs" && isPlain ? start + 1 : start;
}

function sharedShorts(length: number): Uint16Array {
  return new Uint16Array(new SharedArrayBuffer(length * 2));
}
