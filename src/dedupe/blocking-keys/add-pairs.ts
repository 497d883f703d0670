import { byteAt, intAt } from "../element-at.ts";
import type { PostingSink } from "./posting-sink.ts";
import { turnsAway } from "./turns-away.ts";

/** Adds the pairs of at most 31 rows, ranks ascending, that a family may put together. */
export function addPairs(sink: PostingSink, from: number, to: number): void {
  const { family, pairs, ranks, table } = sink;
  const open = openMembers(sink, from, to);
  for (let at = from + 1; at < to; at += 1) {
    const isOpen = (open >> (at - from)) & 1;
    for (let before = from; before < at; before += 1) {
      const isOtherOpen = (open >> (before - from)) & 1;
      const left = intAt(ranks, before);
      const right = intAt(ranks, at);
      if (!mayMeet(sink, isOpen + isOtherOpen, right)) continue;
      if (turnsAway(family, table.traits, left, right)) continue;
      pairs.push(left * 2 + (isOpen | isOtherOpen));
      pairs.push(right);
    }
  }
}

/** A bit for each open member. */
function openMembers({ open, ranks }: PostingSink, from: number, to: number): number {
  if (open === undefined) return -1;
  let bits = 0;
  for (let at = from; at < to; at += 1) bits |= byteAt(open, intAt(ranks, at)) << (at - from);
  return bits;
}

function mayMeet({ family, table }: PostingSink, open: number, right: number): boolean {
  const { isAcross, teachesKin } = family;
  if (isAcross) return open === 1;
  return open > 0 || (teachesKin && table.traits.taught[right] === 1);
}
