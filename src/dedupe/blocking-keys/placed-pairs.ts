import { intAt } from "../element-at.ts";
import { mayBeMisread } from "./near-letters.ts";
import { placeOf } from "./row-traits.ts";
import type { PostingSink } from "./posting-sink.ts";

const wholePlace = 0xffff;
const provinceOfPlace = 0xff00;

/**
 * Adds the pairs of rows behind one key that may sit in one place: those of each city; rows that tell
 * their province alone with its cities; rows that tell no place with all. The rows come by place,
 * then by rank. Returns how many runs had more pairs than the cap allows and were dropped.
 */
export function addPlacedPairs(sink: PostingSink, from: number, to: number): number {
  const { ranks, table } = sink;
  const isPlaceless = placeOf(table.traits, intAt(ranks, from)) === 0;
  const placed = isPlaceless ? endOfPlace(sink, from, to, wholePlace) : from;
  let oversized = addRun(sink, from, placed, to);
  for (let start = placed; start < to;) {
    const end = endOfPlace(sink, start, to, provinceOfPlace);
    oversized += addProvince(sink, start, end);
    start = end;
  }
  return oversized;
}

function addProvince(sink: PostingSink, from: number, to: number): number {
  const { ranks, table } = sink;
  const tellsCity = (placeOf(table.traits, intAt(ranks, from)) & 0xff) !== 0;
  const cities = tellsCity ? from : endOfPlace(sink, from, to, wholePlace);
  let oversized = addRun(sink, from, cities, to);
  for (let start = cities; start < to;) {
    const end = endOfPlace(sink, start, to, wholePlace);
    oversized += addRun(sink, start, end, end);
    start = end;
  }
  return oversized;
}

/** Adds the pairs of a run: rows before `closed` meet all of it, the others not each other. */
function addRun(sink: PostingSink, from: number, closed: number, to: number): 0 | 1 {
  const { family, pairs, ranks, table } = sink;
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
function endOfPlace(
  { ranks, table: { traits } }: PostingSink,
  from: number,
  to: number,
  mask: number,
): number {
  const place = placeOf(traits, intAt(ranks, from)) & mask;
  let end = from + 1;
  while (end < to && (placeOf(traits, intAt(ranks, end)) & mask) === place) end += 1;
  return end;
}
