import type { FamilyPostings } from "../../dedupe/blocking-keys/postings.ts";
import { postFamilies, type KeyOptions, type LaidOutTable } from "../../dedupe/compare-pairs.ts";

/** A family of keys, by its place among those of the table, whose groups are wanted. */
export interface PostFamily {
  readonly laidOut: LaidOutTable;
  readonly keys: KeyOptions;
  readonly family: number;
}

/** The groups of one family. */
export function postFamily({ laidOut, keys, family }: PostFamily): FamilyPostings {
  const [postings] = postFamilies(laidOut, keys, [family]);
  if (postings === undefined) throw new Error(`No family of keys at ${family}`);
  return postings;
}
