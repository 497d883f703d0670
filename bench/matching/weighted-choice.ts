import type { Random } from "../generator/random.ts";

/** Draws items by their weights: `weightedChoice([["a", 1], ["b", 3]])` gives "b" three times as often as "a". */
export function weightedChoice<Item>(
  entries: readonly (readonly [Item, number])[],
): (random: Random) => Item {
  const ends = new Float64Array(entries.length);
  let total = 0;
  for (const [at, [, weight]] of entries.entries()) {
    total += weight;
    ends[at] = total;
  }
  return (random) => {
    const point = (random.below(0x4000_0000) / 0x4000_0000) * total;
    let low = 0;
    let high = entries.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > point) high = middle;
      else low = middle + 1;
    }
    const entry = entries[low];
    if (entry === undefined) throw new Error("a choice needs something to choose from");
    return entry[0];
  };
}
