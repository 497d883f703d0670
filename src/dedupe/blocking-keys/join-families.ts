import { intAt } from "../element-at.ts";
import { sharedInts } from "../growing-array.ts";
import type { FamilyPostings } from "./postings.ts";
import { groupsOfRows, type RowGroups } from "./row-groups.ts";

/** The groups of all families, one after the other; places of members ascend with the families. */
export interface Postings {
  readonly families: readonly FamilyPostings[];
  /** Place of the first member of each family, and of all members at the end. */
  readonly firstPlaces: Int32Array;
  readonly ofRows: RowGroups;
}

/** Puts the groups of the families behind each other. */
export function joinFamilies(families: readonly FamilyPostings[], size: number): Postings {
  const firstPlaces = sharedInts(families.length + 1);
  for (const [family, { members, width }] of families.entries()) {
    firstPlaces[family + 1] = intAt(firstPlaces, family) + members.length / width;
  }
  return { families, firstPlaces, ofRows: groupsOfRows(families, firstPlaces, size) };
}
