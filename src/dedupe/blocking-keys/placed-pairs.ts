import { intAt } from "../element-at.ts";
import { mayBeMisread } from "./near-letters.ts";
import { placeOf, type RowTraits } from "./row-traits.ts";
import type { PostingSink, RankRange } from "./posting-sink.ts";

const wholePlace = 0xffff;
const provinceOfPlace = 0xff00;

/** Rows behind one key with the places of all: those before `closed` meet all of them, the others not each other. */
interface Run extends RankRange {
  readonly closed: number;
}

/**
 * Adds the pairs of rows behind one key that may sit in one place: those of each city; rows that tell
 * their province alone with its cities; rows that tell no place with all. The rows come by place,
 * then by rank. Returns how many runs had more pairs than the cap allows and were dropped.
 */
export function addPlacedPairs(sink: PostingSink, range: RankRange): number {
  const { ranks, from, to } = range;
  const { traits } = sink.table;
  const isPlaceless = placeOf(traits, intAt(ranks, from)) === 0;
  const placed = isPlaceless ? endOfPlace(traits, range, wholePlace) : from;
  let oversized = addRun(sink, { ranks, from, closed: placed, to });
  for (let start = placed; start < to;) {
    const end = endOfPlace(traits, { ranks, from: start, to }, provinceOfPlace);
    oversized += addProvince(sink, { ranks, from: start, to: end });
    start = end;
  }
  return oversized;
}

function addProvince(sink: PostingSink, range: RankRange): number {
  const { ranks, from, to } = range;
  const { traits } = sink.table;
  const tellsCity = (placeOf(traits, intAt(ranks, from)) & 0xff) !== 0;
  const cities = tellsCity ? from : endOfPlace(traits, range, wholePlace);
  let oversized = addRun(sink, { ranks, from, closed: cities, to });
  for (let start = cities; start < to;) {
    const end = endOfPlace(traits, { ranks, from: start, to }, wholePlace);
    oversized += addRun(sink, { ranks, from: start, closed: end, to: end });
    start = end;
  }
  return oversized;
}

function addRun(sink: PostingSink, { ranks, from, closed, to }: Run): 0 | 1 {
  const { family, pairs, table } = sink;
  if (closed === from || to - from < 2) return 0;
  if ((closed - from) * (to - from) > family.cap * family.cap) return 1;
  const needsLetters = family.needsLetters;
  for (let at = from; at < closed; at += 1) {
    const rank = intAt(ranks, at);
    for (let after = at + 1; after < to; after += 1) {
      const other = intAt(ranks, after);
      if (needsLetters && !mayBeMisread(table.traits, rank, other)) continue;
      pairs.push(Math.min(rank, other) * 2 + 1);
      pairs.push(Math.max(rank, other));
    }
  }
  return 0;
}

/** Where the run of rows ends that have the place of the first one, as far as the mask tells. */
function endOfPlace(traits: RowTraits, { ranks, from, to }: RankRange, mask: number): number {
  const place = placeOf(traits, intAt(ranks, from)) & mask;
  let end = from + 1;
  while (end < to && (placeOf(traits, intAt(ranks, end)) & mask) === place) end += 1;
  return end;
}
