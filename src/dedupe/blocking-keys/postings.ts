import { intAt } from "../element-at.ts";
import { createGrowingInts, sharedInts, type GrowingInts } from "../growing-array.ts";
import { collectEntries } from "./collect-entries.ts";
import type { KeyFamily } from "./key-family.ts";
import type { RowTraits } from "./row-traits.ts";
import { sortEntries } from "./sort-entries.ts";

/** What one family of keys did; printed by the report, so that nothing is dropped in silence. */
export interface KeyFamilyReport {
  readonly name: string;
  readonly keys: number;
  readonly groups: number;
  readonly largestGroup: number;
  /** Groups that were too large even when refined: dropped, or cut into overlapping windows. */
  readonly oversizedGroups: number;
}

/**
 * The groups of rows that one family puts together (CSR, shared). A member takes `width` integers:
 * its rank, ascending within a group, and beside it what it may be turned away by (see
 * `memberWidth`), so that a group is read from one place.
 */
export interface FamilyPostings {
  /** Where each group starts, in members. */
  readonly offsets: Int32Array;
  readonly members: Int32Array;
  readonly width: number;
  readonly report: KeyFamilyReport;
}

/** A table as the postings see it. */
export interface PostedTable {
  readonly size: number;
  readonly stride: number;
  readonly traits: RowTraits;
}

interface GroupSink {
  readonly family: KeyFamily;
  readonly stride: number;
  readonly offsets: GrowingInts;
  readonly members: GrowingInts;
}

/** Groups the rows of a table by one family of keys; pairs are enumerated from it, never stored. */
export function buildFamilyPostings(family: KeyFamily, table: PostedTable): FamilyPostings {
  const { size, stride } = table;
  const entries = sortEntries(collectEntries(family, size, stride));
  const sink = { family, stride, offsets: createGrowingInts(), members: createGrowingInts() };
  sink.offsets.push(0);
  let largestGroup = 0;
  let oversizedGroups = 0;
  const { keys, ranks } = entries;
  for (let start = 0, end = 1; start < keys.length; start = end, end += 1) {
    while (end < keys.length && keys[end] === keys[start]) end += 1;
    if (end - start < 2) continue;
    const length = squeeze(ranks, start, end) - start;
    largestGroup = Math.max(largestGroup, length);
    if (length > 1) oversizedGroups += addGroup(sink, ranks.subarray(start, start + length));
  }
  const offsets = sink.offsets.toShared();
  const width = memberWidth(family);
  const members = membersOf(sink.members.view(), family, table);
  const groups = offsets.length - 1;
  const report = { name: family.name, keys: keys.length, groups, largestGroup, oversizedGroups };
  return { offsets, members, width, report };
}

/**
 * Integers a member takes: 1 = its rank alone. 2 = with its place, doubled, plus one for an open row.
 * 4 = with the letters of its core too.
 */
function memberWidth({ needsPlace, needsLetters, isOpen }: KeyFamily): number {
  if (needsLetters === true) return 4;
  return needsPlace === true || isOpen !== undefined ? 2 : 1;
}

function membersOf(ranks: Int32Array, family: KeyFamily, table: PostedTable): Int32Array {
  const width = memberWidth(family);
  const members = sharedInts(ranks.length * width);
  const { places, low, high } = table.traits;
  for (let at = 0; at < ranks.length; at += 1) {
    const rank = intAt(ranks, at);
    members[at * width] = rank;
    if (width === 1) continue;
    const open = family.isOpen?.(rank * table.stride) === true ? 1 : 0;
    members[at * width + 1] = intAt(places, rank) * 2 + open;
    if (width === 2) continue;
    members[at * width + 2] = intAt(low, rank);
    members[at * width + 3] = intAt(high, rank);
  }
  return members;
}

/** Drops repeats in a range of ascending ranks in place; returns where it ends now. */
function squeeze(ranks: Int32Array, start: number, end: number): number {
  let to = start + 1;
  for (let at = start + 1; at < end; at += 1) {
    if (ranks[at] === ranks[to - 1]) continue;
    ranks[to] = intAt(ranks, at);
    to += 1;
  }
  return to;
}

/** Adds a group, or its parts when it is too large; returns how many of them are still too large. */
function addGroup(sink: GroupSink, members: Int32Array): number {
  const { cap, refineBy, isWeak } = sink.family;
  if (members.length <= cap) {
    pushGroup(sink, members);
    return 0;
  }
  let oversized = 0;
  for (const part of refineBy === undefined ? [members] : partsBy(sink, members, refineBy)) {
    if (part.length > cap) oversized += 1;
    if (part.length <= cap) pushGroup(sink, part);
    else if (isWeak !== true) cutIntoWindows(sink, part, cap);
  }
  return oversized;
}

function partsBy(
  { stride }: GroupSink,
  members: Int32Array,
  refineBy: (row: number) => number,
): Int32Array[] {
  const valueOf = (rank: number): number => refineBy(rank * stride);
  const sorted = members.slice().sort((a, b) => valueOf(a) - valueOf(b) || a - b);
  const parts: Int32Array[] = [];
  for (let start = 0, end = 1; start < sorted.length; start = end, end += 1) {
    const value = valueOf(intAt(sorted, start));
    while (end < sorted.length && valueOf(intAt(sorted, end)) === value) end += 1;
    parts.push(sorted.subarray(start, end));
  }
  return parts;
}

/** Windows of `cap` that overlap by half, so that neighbours always meet. */
function cutIntoWindows(sink: GroupSink, members: Int32Array, cap: number): void {
  const step = Math.max(1, cap >> 1);
  for (let start = 0; start + step < members.length; start += step) {
    pushGroup(sink, members.subarray(start, start + cap));
  }
}

function pushGroup({ offsets, members }: GroupSink, group: Int32Array): void {
  if (group.length < 2) return;
  for (const member of group) members.push(member);
  offsets.push(members.length);
}
