import { byteAt, intAt } from "../element-at.ts";
import type { PostingSink } from "./posting-sink.ts";

/** Adds a group, or its parts when it is too large; returns how many of them are still too large. */
export function addGroup(sink: PostingSink, from: number, to: number): number {
  if (isWithin(sink, from, to)) {
    pushGroup(sink, from, to);
    return 0;
  }
  const isRefined = sink.family.refineBy !== undefined;
  return isRefined ? addParts(refined(sink, from, to)) : addLarge(sink, from, to);
}

/** The same rows in the order of a second value. */
function refined(sink: PostingSink, from: number, to: number): PostingSink {
  const ranks = sink.ranks
    .slice(from, to)
    .sort((a, b) => refinement(sink, a) - refinement(sink, b) || a - b);
  return { ...sink, ranks };
}

/** The second value of a row that parts a group. */
function refinement({ family, table }: PostingSink, rank: number): number {
  return family.refineBy?.(rank * table.stride) ?? 0;
}

/** Adds the parts of a refined group. */
function addParts(sink: PostingSink): number {
  const { ranks } = sink;
  let oversized = 0;
  for (let from = 0, to = 1; from < ranks.length; from = to, to += 1) {
    const value = refinement(sink, intAt(ranks, from));
    while (to < ranks.length && refinement(sink, intAt(ranks, to)) === value) to += 1;
    if (isWithin(sink, from, to)) pushGroup(sink, from, to);
    else oversized += addLarge(sink, from, to);
  }
  return oversized;
}

/** A group that nothing parts: weak evidence is dropped, the other cut into windows. */
function addLarge(sink: PostingSink, from: number, to: number): 1 {
  if (!sink.family.isWeak) cutIntoWindows(sink, from, to);
  return 1;
}

/** Whether a group has no more pairs than one at the cap, where everybody is open. */
function isWithin({ family, open, ranks }: PostingSink, from: number, to: number): boolean {
  const { cap } = family;
  const size = to - from;
  if (size <= cap || open === undefined) return size <= cap;
  let opened = 0;
  for (let at = from; at < to; at += 1) opened += byteAt(open, intAt(ranks, at));
  return opened * size <= cap * cap;
}

/** Windows of `cap` that overlap by half, so that neighbours always meet. */
function cutIntoWindows(sink: PostingSink, from: number, to: number): void {
  const { cap } = sink.family;
  const step = Math.max(1, cap >> 1);
  for (let start = from; start + step < to; start += step) {
    pushGroup(sink, start, Math.min(to, start + cap));
  }
}

/** Adds a group with the open ones first, unless nobody in it may meet. */
function pushGroup(sink: PostingSink, from: number, to: number): void {
  const { family, groups, members } = sink;
  if (to - from < 2) return;
  const start = members.length;
  pushMembers(sink, from, to, 1);
  const closed = members.length;
  if (closed === start && !family.teachesKin) return;
  if (sink.open !== undefined) pushMembers(sink, from, to, 0);
  groups.push(start);
  groups.push(closed);
  groups.push(members.length);
}

/** Adds the open members of a group, or the others. */
function pushMembers(
  { open, ranks, members }: PostingSink,
  from: number,
  to: number,
  wanted: 0 | 1,
): void {
  for (let at = from; at < to; at += 1) {
    const rank = intAt(ranks, at);
    if (open === undefined || open[rank] === wanted) members.push(rank);
  }
}
