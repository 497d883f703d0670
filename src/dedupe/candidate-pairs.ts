import type { Postings } from "./postings.ts";

/** A pair to compare: `left < right`, and the family of keys that found it first. */
export type VisitPair = (left: number, right: number, family: number) => void;

/**
 * Visits every candidate pair whose later record lies in `[from, to)`, each pair once: over the
 * ranges of any split, every pair is visited exactly once and in the same order. A stamp per
 * record remembers who was met already; no set of pairs is ever built.
 */
export function forEachCandidatePair(
  postings: Postings,
  from: number,
  to: number,
  visit: VisitPair,
): void {
  const stamps = new Int32Array(postings.recordOffsets.length).fill(-1);
  for (let right = from; right < to; right += 1) visitEarlier(postings, right, stamps, visit);
}

function visitEarlier(
  { recordOffsets, recordGroups, groupOffsets, members, familyOfGroup }: Postings,
  right: number,
  stamps: Int32Array,
  visit: VisitPair,
): void {
  const groups = recordGroups.subarray(recordOffsets[right], recordOffsets[right + 1]);
  for (const group of groups) {
    // Members ascend, so the group is done when the record itself comes up.
    for (let at = groupOffsets[group] ?? 0; ; at += 1) {
      const left = members[at] ?? right;
      if (left >= right) break;
      if (stamps[left] === right) continue;
      stamps[left] = right;
      visit(left, right, familyOfGroup[group] ?? 0);
    }
  }
}
