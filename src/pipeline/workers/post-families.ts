import type { FamilyPostings } from "../../dedupe/blocking-keys/postings.ts";
import { postFamilies, type KeyOptions, type LaidOutTable } from "../../dedupe/compare-pairs.ts";

/** Families of keys, by their places among those of the table, whose postings are wanted. */
export interface PostFamilies {
  readonly laidOut: LaidOutTable;
  readonly keys: KeyOptions;
  readonly families: readonly number[];
}

/** The postings of each of them. */
export function postSomeFamilies({ laidOut, keys, families }: PostFamilies): FamilyPostings[] {
  return postFamilies(laidOut, keys, families);
}
