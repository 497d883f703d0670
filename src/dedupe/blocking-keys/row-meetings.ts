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

/** Postings whose pairs and groups are to be turned around. */
export interface TurnedPostings {
  readonly families: readonly FamilyPostings[];
  readonly form: PostingForm;
}

/** Rows whose meetings are asked for. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** Turns the pairs and groups of all families around. */
export function meetingsOfRows(turned: TurnedPostings, size: number): RowMeetings {
  const offsets = sharedInts(size + 1);
  const all = { from: 0, to: size };
  countMeetings(turned, offsets, all);
  const meetings = roomForMeetings(offsets);
  placeMeetings(turned, meetings, all);
  return meetings;
}

/** Room for the meetings of all rows, whose counts stand one place further on. */
export function roomForMeetings(counts: Int32Array): RowMeetings {
  accumulate(counts);
  const codes = sharedInts(intAt(counts, counts.length - 1));
  return { offsets: counts, codes, families: sharedShorts(codes.length) };
}

/** Counts the meetings of each row of a range, one place further on. */
export function countMeetings(
  { families, form }: TurnedPostings,
  counts: Int32Array,
  range: RowRange,
): void {
  for (const family of families) {
    countPairs(family.pairs, counts, range);
    countGroups(family, form, counts, range);
  }
}

function countPairs(pairs: Int32Array, counts: Int32Array, { from, to }: RowRange): void {
  for (let at = 1; at < pairs.length; at += 2) {
    const rank = intAt(pairs, at);
    if (rank >= from && rank < to) counts[rank + 1] = intAt(counts, rank + 1) + 1;
  }
}

function countGroups(
  { groups, members }: FamilyPostings,
  form: PostingForm,
  counts: Int32Array,
  { from, to }: RowRange,
): void {
  for (let group = 0; group < groups.length; group += 3) {
    const end = intAt(groups, group + 2);
    for (let at = firstMeeting(groups, group, form); at < end; at += 1) {
      const rank = intAt(members, at);
      if (rank >= from && rank < to) counts[rank + 1] = intAt(counts, rank + 1) + 1;
    }
  }
}

/** Puts the meetings of the rows of a range into their room. */
export function placeMeetings(
  { families, form }: TurnedPostings,
  meetings: RowMeetings,
  { from, to }: RowRange,
): void {
  const places = { ...meetings, from, to, next: meetings.offsets.slice(from, to) };
  for (const [at, family] of families.entries()) {
    placePairs(family, at, places);
    placeGroups(family, { family: at, form }, places);
  }
}

/** Where the next meeting of each row of a range goes. */
interface NextPlaces extends RowMeetings, RowRange {
  readonly next: Int32Array;
}

function placePairs(
  { pairs }: FamilyPostings,
  family: number,
  { codes, families, next, from, to }: NextPlaces,
): void {
  for (let at = 0; at < pairs.length; at += 2) {
    const right = intAt(pairs, at + 1);
    if (right < from || right >= to) continue;
    const left = intAt(pairs, at);
    const place = intAt(next, right - from);
    codes[place] = (left >> 1) * 4 + 2 + (left & 1);
    families[place] = family;
    next[right - from] = place + 1;
  }
}

function placeGroups(
  { groups, members }: FamilyPostings,
  { family, form }: { readonly family: number; readonly form: PostingForm },
  { codes, families, next, from, to }: NextPlaces,
): void {
  for (let group = 0; group < groups.length; group += 3) {
    const closed = intAt(groups, group + 1);
    const end = intAt(groups, group + 2);
    const code = (group / 3) * 4;
    for (let at = firstMeeting(groups, group, form); at < end; at += 1) {
      const rank = intAt(members, at);
      if (rank < from || rank >= to) continue;
      const place = intAt(next, rank - from);
      codes[place] = at < closed ? code + 1 : code;
      families[place] = family;
      next[rank - from] = place + 1;
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
