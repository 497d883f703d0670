import {
  countMeetings,
  placeMeetings,
  type RowMeetings,
  type RowRange,
  type TurnedPostings,
} from "../../dedupe/blocking-keys/row-meetings.ts";

/** Rows whose meetings are to be counted where the counts of all rows lie. */
export interface CountMeetings {
  readonly turned: TurnedPostings;
  readonly counts: Int32Array;
  readonly range: RowRange;
}

/** Counts them; nothing comes back. */
export function countSomeMeetings({ turned, counts, range }: CountMeetings): void {
  countMeetings(turned, counts, range);
}

/** Rows whose meetings are to be put where those of all rows lie. */
export interface PlaceMeetings {
  readonly turned: TurnedPostings;
  readonly meetings: RowMeetings;
  readonly range: RowRange;
}

/** Puts them there; nothing comes back. */
export function placeSomeMeetings({ turned, meetings, range }: PlaceMeetings): void {
  placeMeetings(turned, meetings, range);
}
