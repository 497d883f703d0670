import { intAt } from "../element-at.ts";
import { accumulate, sharedInts } from "../growing-array.ts";
import type { FamilyPostings } from "./postings.ts";

/**
 * For each row the groups it is in, strongest family first, by the places of their first members
 * (CSR, shared).
 */
export interface RowGroups {
  readonly offsets: Int32Array;
  readonly starts: Int32Array;
}

/** Turns the groups of all families around; `firstPlaces` has the place where each family starts. */
export function groupsOfRows(
  families: readonly FamilyPostings[],
  firstPlaces: Int32Array,
  size: number,
): RowGroups {
  const offsets = sharedInts(size + 1);
  for (const { members, width } of families) {
    for (let at = 0; at < members.length; at += width) {
      const rank = intAt(members, at);
      offsets[rank + 1] = intAt(offsets, rank + 1) + 1;
    }
  }
  accumulate(offsets);
  const starts = sharedInts(intAt(offsets, size));
  const next = offsets.slice();
  for (const [index, family] of families.entries()) {
    placeGroups(family, intAt(firstPlaces, index), next, starts);
  }
  return { offsets, starts };
}

function placeGroups(
  { offsets, members, width }: FamilyPostings,
  firstPlace: number,
  next: Int32Array,
  starts: Int32Array,
): void {
  for (let group = 0, at = 0; group + 1 < offsets.length; group += 1) {
    const start = firstPlace + at;
    for (const end = intAt(offsets, group + 1); at < end; at += 1) {
      const rank = intAt(members, at * width);
      const place = intAt(next, rank);
      starts[place] = start;
      next[rank] = place + 1;
    }
  }
}
