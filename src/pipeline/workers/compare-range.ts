import {
  comparePairsInRange,
  type ComparedPairs,
  type PreparedComparison,
} from "../../dedupe/compare-pairs.ts";

/** Records whose earlier candidates are to be compared. */
export interface CompareRange {
  readonly prepared: PreparedComparison;
  readonly from: number;
  readonly to: number;
}

/** The pairs of a range that are worth keeping. */
export function compareRange({ prepared, from, to }: CompareRange): ComparedPairs {
  return comparePairsInRange(prepared, from, to);
}
