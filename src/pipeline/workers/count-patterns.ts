import type { PatternCounts } from "../../dedupe/train/pattern-counts.ts";
import { countPatterns } from "../../dedupe/train/train-model.ts";
import type { CompareRange } from "./compare-range.ts";

/** The patterns of the pairs of a range, those that teach. */
export function countSomePatterns({ prepared, from, to }: CompareRange): PatternCounts {
  return countPatterns(prepared, from, to);
}
