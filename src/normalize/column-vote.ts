import type { ColumnVote } from "../model/normalizer.ts";

/** `observe` of a normalizer whose columns vote. */
export function observeBy<Context>(
  vote: ColumnVote<Context>,
): (values: Iterable<string>) => Context {
  return (values) => {
    const counts = new Map<string, number>();
    for (const value of values) countLabel(vote.labelOf(value), counts);
    return vote.decide(counts);
  };
}

/** Counts what a value says of its column. */
export function countLabel(label: string, counts: Map<string, number>, by = 1): void {
  if (label !== "") counts.set(label, (counts.get(label) ?? 0) + by);
}
