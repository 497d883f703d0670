import type { FamilyPostings, PostingForm } from "./postings.ts";
import { meetingsOfRows, type RowMeetings } from "./row-meetings.ts";

/** Whom the families put together, and whom each row meets by that. */
export interface Postings {
  readonly families: readonly FamilyPostings[];
  readonly ofRows: RowMeetings;
}

/** Joins the postings of the families, strongest one first. */
export function joinFamilies(
  families: readonly FamilyPostings[],
  size: number,
  form: PostingForm = "pairs",
): Postings {
  return { families, ofRows: meetingsOfRows(families, size, form) };
}
