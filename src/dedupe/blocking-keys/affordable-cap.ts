import { intAt } from "../element-at.ts";

/** So many pairs are compared in an instant, however small the table. */
const anyway = 1_000_000;

/** Groups of the rows behind one key, and how many pairs a row they are worth; undefined: all. */
interface PricedGroups {
  readonly cap: number;
  readonly mostPairsPerRow: number | undefined;
}

/**
 * The largest group that a table of so many rows can afford, at most the cap: where groups up to it
 * hold too many pairs, the largest go first. Keys that tell next to nothing in a table (a letter of
 * the brand, where few brands are to be had) would have it compared nearly in full. `bounds` tell
 * where each group starts and ends.
 * `affordableCap({ cap: 60, mostPairsPerRow: 5 }, bounds, 2_000_000)` -> 60 where those groups hold 10 million pairs at most
 */
export function affordableCap(
  { cap, mostPairsPerRow }: PricedGroups,
  bounds: Int32Array,
  rows: number,
): number {
  if (mostPairsPerRow === undefined) return cap;
  const most = Math.max(anyway, mostPairsPerRow * rows);
  const groups = groupsBySize(cap, bounds);
  let pairs = 0;
  for (let size = 2; size <= cap; size += 1) {
    pairs += (intAt(groups, size) * size * (size - 1)) / 2;
    if (pairs > most) return size - 1;
  }
  return cap;
}

/** How many groups of each size there are, up to the largest that counts. */
function groupsBySize(largest: number, bounds: Int32Array): Int32Array {
  const groups = new Int32Array(largest + 1);
  for (let at = 0; at < bounds.length; at += 2) {
    const size = intAt(bounds, at + 1) - intAt(bounds, at);
    if (size <= largest) groups[size] = intAt(groups, size) + 1;
  }
  return groups;
}
