import { mostLevels } from "../weights.ts";
import type { PatternCounts } from "./pattern-counts.ts";

/** A number for each level of each comparison, `mostLevels` for each comparison, one after the other. */
export type ByLevel = Float64Array;

/** `byLevel([[1, 2], [3]])` -> 1, 2, fourteen zeros, 3, fifteen zeros */
export function byLevel(values: readonly ArrayLike<number>[]): ByLevel {
  const flat = new Float64Array(values.length * mostLevels);
  for (const [at, levels] of values.entries()) flat.set(levels, at * mostLevels);
  return flat;
}

/** The sum over the levels of a pattern. */
export function sumOf(
  weights: ByLevel,
  { comparisons, levels }: PatternCounts,
  pattern: number,
): number {
  const start = pattern * comparisons;
  let sum = 0;
  for (let at = 0; at < comparisons; at += 1) {
    sum += weights[at * mostLevels + (levels[start + at] ?? 0)] ?? 0;
  }
  return sum;
}
