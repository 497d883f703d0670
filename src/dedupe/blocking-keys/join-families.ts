import type { FamilyPostings, PostingForm } from "./postings.ts";
import { meetingsOfRows, type RowMeetings } from "./row-meetings.ts";

/** Whom the families put together, and whom each row meets by that. */
export interface Postings {
  readonly families: readonly FamilyPostings[];
  readonly ofRows: RowMeetings;
}

/** Joins the postings of the families, strongest one first; their pairs lie with the rows from then on. */
export function joinFamilies(
  families: readonly FamilyPostings[],
  size: number,
  form: PostingForm = "pairs",
): Postings {
  return withMeetings(families, meetingsOfRows({ families, form }, size));
}

/** The same where the meetings of the rows are known already. */
export function withMeetings(families: readonly FamilyPostings[], ofRows: RowMeetings): Postings {
  // Each row has its pairs now: what lies in memory twice would be a tenth of all of it.
  const pairs = new Int32Array(0);
  return { families: families.map((family) => ({ ...family, pairs })), ofRows };
}
