import { intAt } from "../element-at.ts";
import { createGrowingInts, sharedInts, type GrowingInts } from "../growing-array.ts";
import { createKeySink, type KeyFamily } from "./key-family.ts";
import { sortEntries, type KeyEntries } from "./sort-entries.ts";

/** What one family of keys did; printed by the report, so that nothing is dropped in silence. */
export interface KeyFamilyReport {
  readonly name: string;
  readonly keys: number;
  readonly groups: number;
  readonly largestGroup: number;
  /** Groups that were too large even when refined: dropped, or cut into overlapping windows. */
  readonly oversizedGroups: number;
}

/** The groups of rows that one family puts together: ranks, ascending within a group (CSR, shared). */
export interface FamilyPostings {
  readonly offsets: Int32Array;
  readonly members: Int32Array;
  /** The letters of each member, beside it; empty where the family does not ask for them. */
  readonly letters: RowLetters;
  readonly report: KeyFamilyReport;
}

/** Which letters rows hold, or the members of groups: 64 bits in two integers. */
export interface RowLetters {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** A table as the postings see it. */
export interface PostedTable {
  readonly size: number;
  readonly stride: number;
  readonly letters: RowLetters;
}

interface GroupSink {
  readonly family: KeyFamily;
  readonly stride: number;
  readonly offsets: GrowingInts;
  readonly members: GrowingInts;
}

/** Groups the rows of a table by one family of keys; pairs are enumerated from it, never stored. */
export function buildFamilyPostings(
  family: KeyFamily,
  { size, stride, letters }: PostedTable,
): FamilyPostings {
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
  const members = sink.members.toShared();
  const groups = offsets.length - 1;
  const report = { name: family.name, keys: keys.length, groups, largestGroup, oversizedGroups };
  const kept = family.needsLetters === true ? lettersOfMembers(members, letters) : noLetters;
  return { offsets, members, letters: kept, report };
}

const noLetters: RowLetters = { low: new Int32Array(0), high: new Int32Array(0) };

function lettersOfMembers(members: Int32Array, { low, high }: RowLetters): RowLetters {
  const letters = { low: sharedInts(members.length), high: sharedInts(members.length) };
  for (let at = 0; at < members.length; at += 1) {
    const rank = intAt(members, at);
    letters.low[at] = intAt(low, rank);
    letters.high[at] = intAt(high, rank);
  }
  return letters;
}

function collectEntries({ keysOf }: KeyFamily, size: number, stride: number): KeyEntries {
  const sink = createKeySink();
  const keys = createGrowingInts(size);
  const ranks = createGrowingInts(size);
  for (let rank = 0; rank < size; rank += 1) {
    sink.count = 0;
    keysOf(rank * stride, sink);
    for (let at = 0; at < sink.count; at += 1) {
      keys.push(intAt(sink.keys, at));
      ranks.push(rank);
    }
  }
  return { keys: keys.view(), ranks: ranks.view() };
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

/** The groups of all families, one after the other; group numbers ascend with the families. */
export interface Postings {
  readonly families: readonly FamilyPostings[];
  /** Number of the first group of each family, and of all groups at the end. */
  readonly firstGroups: Int32Array;
}

/** Puts the groups of the families behind each other. */
export function joinFamilies(families: readonly FamilyPostings[]): Postings {
  const firstGroups = sharedInts(families.length + 1);
  for (const [family, { offsets }] of families.entries()) {
    firstGroups[family + 1] = intAt(firstGroups, family) + offsets.length - 1;
  }
  return { families, firstGroups };
}

/** For each row of a range the groups it is in and its place in each, strongest family first. */
export interface RowGroups {
  readonly offsets: Int32Array;
  readonly groups: Int32Array;
}

/** Rows whose groups are wanted: a range, and of it those with a 1 in `asked` where it is given. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
  readonly asked?: Uint8Array | undefined;
}

/** Turns the groups around for the rows of a range. */
export function groupsOfRows({ families, firstGroups }: Postings, range: RowRange): RowGroups {
  const { from, to } = range;
  const offsets = new Int32Array(to - from + 1);
  for (const { members } of families) countRows(offsets, members, range);
  for (let at = 1; at < offsets.length; at += 1) {
    offsets[at] = intAt(offsets, at) + intAt(offsets, at - 1);
  }
  const groups = new Int32Array(intAt(offsets, to - from));
  const next = offsets.slice();
  for (const [index, family] of families.entries()) {
    placeGroups(family, intAt(firstGroups, index), { next, groups, range });
  }
  return { offsets, groups };
}

function countRows(offsets: Int32Array, members: Int32Array, { from, to, asked }: RowRange): void {
  for (let at = 0; at < members.length; at += 1) {
    const rank = intAt(members, at);
    if (rank < from || rank >= to || (asked !== undefined && asked[rank] === 0)) continue;
    offsets[rank - from + 1] = intAt(offsets, rank - from + 1) + 1;
  }
}

interface GroupPlaces {
  readonly next: Int32Array;
  readonly groups: Int32Array;
  readonly range: RowRange;
}

function placeGroups(
  { offsets, members }: FamilyPostings,
  firstGroup: number,
  { next, groups, range }: GroupPlaces,
): void {
  const { from, to, asked } = range;
  for (let group = 0, at = 0; group + 1 < offsets.length; group += 1) {
    for (const end = intAt(offsets, group + 1); at < end; at += 1) {
      const rank = intAt(members, at);
      if (rank < from || rank >= to || (asked !== undefined && asked[rank] === 0)) continue;
      const place = intAt(next, rank - from);
      groups[place] = firstGroup + group;
      next[rank - from] = place + 1;
    }
  }
}
