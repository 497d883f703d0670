import type { FamilyPostings } from "../../dedupe/blocking-keys/postings.ts";
import type { Recall } from "../../dedupe/blocking-keys/recall.ts";
import type { LaidOutTable } from "../../dedupe/compare-pairs.ts";
import { postLookupFamilies } from "../../dedupe/lookup/candidates.ts";

/** Families of keys of a lookup, by their places, whose postings are wanted. */
export interface PostLookup {
  readonly laidOut: LaidOutTable;
  readonly recall: Recall;
  readonly families: readonly number[];
}

/** The postings of each of them. */
export function postLookup({ laidOut, recall, families }: PostLookup): FamilyPostings[] {
  return postLookupFamilies(laidOut, recall, families);
}
