import { intAt } from "../element-at.ts";
import { collectEntries } from "./collect-entries.ts";
import type { KeyFamily } from "./key-family.ts";
import { createGrowingInts } from "../growing-array.ts";
import { addPairs } from "./add-pairs.ts";
import { addPlacedPairs } from "./placed-pairs.ts";
import { createSink, type PostedTable, type PostingSink, type RankRange } from "./posting-sink.ts";
import {
  createEntryRoom,
  releaseRoom,
  sortEntries,
  type EntryRoom,
  type KeyEntries,
} from "./sort-entries.ts";

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
 * The rows that one family puts together, in shared memory: small groups as their pairs, which a row
 * reads from one place; larger ones as groups, so that memory stays within the size of the table.
 */
export interface FamilyPostings {
  /** Two integers a pair: the left rank doubled, plus one where one of the two is open, and the right rank. */
  readonly pairs: Int32Array;
  /**
   * Three places in `members` a group: of its first member, of the first that is not open, its end.
   * Pairs of a group have an open member at least: those come first, and where everybody is open
   * there are no others.
   */
  readonly groups: Int32Array;
  /** Ranks; they ascend among the open ones of a group and among the others. */
  readonly members: Int32Array;
  readonly report: KeyFamilyReport;
}

/** Whether small groups are turned into their pairs, or whoever asks wants to see whole groups. */
export type PostingForm = "pairs" | "groups";

/** Puts the rows of a table together by each family of keys, or by those at the asked places. */
export function buildPostings(
  families: readonly KeyFamily[],
  table: PostedTable,
  form: PostingForm,
  asked?: readonly number[],
): FamilyPostings[] {
  const wanted = asked === undefined ? families : asked.flatMap((at) => families[at] ?? []);
  const room = createEntryRoom();
  const postings = wanted.map((family) => buildFamilyPostings(family, table, form, room));
  releaseRoom(room);
  return postings;
}

function buildFamilyPostings(
  family: KeyFamily,
  table: PostedTable,
  form: PostingForm,
  room: EntryRoom,
): FamilyPostings {
  const isPlaced = meetsByPlace(family);
  const order = isPlaced ? table.traits.byPlace : undefined;
  const entries = collectEntries(family, table, room, order);
  sortEntries(entries, room.scratch);
  const sink = createSink(family, table);
  const groups = addGroups(sink, entries, adderOf(isPlaced, form));
  return {
    pairs: sink.pairs.finish(),
    groups: sink.groups.finish(),
    members: sink.members.finish(),
    report: { name: family.name, keys: entries.keys.length, ...groups },
  };
}

/** Adds the rows behind each key of sorted entries that two rows have at least. */
function addGroups(
  sink: PostingSink,
  { keys, ranks }: KeyEntries,
  add: AddGroup,
): Pick<KeyFamilyReport, "groups" | "largestGroup" | "oversizedGroups"> {
  let [groups, largestGroup, oversizedGroups] = [0, 0, 0];
  for (let start = 0, end = 1; start < keys.length; start = end, end += 1) {
    while (end < keys.length && keys[end] === keys[start]) end += 1;
    if (end - start < 2) continue;
    const to = squeeze(ranks, start, end);
    if (to - start < 2) continue;
    groups += 1;
    largestGroup = Math.max(largestGroup, to - start);
    oversizedGroups += add(sink, { ranks, from: start, to });
  }
  return { groups, largestGroup, oversizedGroups };
}

/** Adds rows behind one key; returns how many groups of them are too large. */
type AddGroup = (sink: PostingSink, range: RankRange) => number;

function adderOf(isPlaced: boolean, form: PostingForm): AddGroup {
  if (isPlaced) return addPlacedPairs;
  return form === "pairs" ? addPairsOrGroup : addGroup;
}

/** Whether the place alone says who of a group may meet. */
export function meetsByPlace({ needsPlace, isOpen }: KeyFamily): boolean {
  return needsPlace && isOpen === undefined;
}

/** Drops repeats in a range in place, where equal ranks stand together; returns where it ends now. */
function squeeze(ranks: Int32Array, start: number, end: number): number {
  let to = start + 1;
  for (let at = start + 1; at < end; at += 1) {
    if (ranks[at] === ranks[to - 1]) continue;
    ranks[to] = intAt(ranks, at);
    to += 1;
  }
  return to;
}

/** Groups up to this size take no more memory as their pairs. */
const mostPaired = 6;

function addPairsOrGroup(sink: PostingSink, range: RankRange): number {
  if (range.to - range.from > Math.min(mostPaired, sink.family.cap)) return addGroup(sink, range);
  addPairs(sink, range);
  return 0;
}

/** Adds a group, or its parts when it is too large; returns how many of them are still too large. */
function addGroup(sink: PostingSink, range: RankRange): number {
  const { cap, refineBy, isWeak } = sink.family;
  if (isWithin(sink, range)) {
    pushGroup(sink, range);
    return 0;
  }
  let oversized = 0;
  const members = range.ranks.subarray(range.from, range.to);
  for (const part of refineBy === undefined ? [range] : partsBy(sink, members, refineBy)) {
    const isSmall = isWithin(sink, part);
    if (!isSmall) oversized += 1;
    if (isSmall) pushGroup(sink, part);
    else if (!isWeak) cutIntoWindows(sink, part, cap);
  }
  return oversized;
}

/** Whether a group has no more pairs than one at the cap, where everybody is open. */
function isWithin({ family, table }: PostingSink, { ranks, from, to }: RankRange): boolean {
  const { cap, isOpen } = family;
  const size = to - from;
  if (size <= cap || isOpen === undefined) return size <= cap;
  let open = 0;
  for (let at = from; at < to; at += 1) if (isOpen(intAt(ranks, at) * table.stride)) open += 1;
  return open * size <= cap * cap;
}

function partsBy(
  { table: { stride } }: PostingSink,
  members: Int32Array,
  refineBy: (row: number) => number,
): RankRange[] {
  const valueOf = (rank: number): number => refineBy(rank * stride);
  const ranks = members.slice().sort((a, b) => valueOf(a) - valueOf(b) || a - b);
  const parts: RankRange[] = [];
  for (let from = 0, to = 1; from < ranks.length; from = to, to += 1) {
    const value = valueOf(intAt(ranks, from));
    while (to < ranks.length && valueOf(intAt(ranks, to)) === value) to += 1;
    parts.push({ ranks, from, to });
  }
  return parts;
}

/** Windows of `cap` that overlap by half, so that neighbours always meet. */
function cutIntoWindows(sink: PostingSink, { ranks, from, to }: RankRange, cap: number): void {
  const step = Math.max(1, cap >> 1);
  for (let start = from; start + step < to; start += step) {
    pushGroup(sink, { ranks, from: start, to: Math.min(to, start + cap) });
  }
}

/** Adds a group with the open ones first, unless nobody in it may meet. */
function pushGroup(sink: PostingSink, range: RankRange): void {
  const { family, groups, members } = sink;
  if (range.to - range.from < 2) return;
  const start = members.length;
  pushMembers(sink, range, true);
  const closed = members.length;
  if (closed === start && !family.teachesKin) return;
  if (family.isOpen !== undefined) pushMembers(sink, range, false);
  groups.push(start);
  groups.push(closed);
  groups.push(members.length);
}

/** Adds the open members of a group, or the others. */
function pushMembers(
  { family: { isOpen }, table, members }: PostingSink,
  { ranks, from, to }: RankRange,
  areOpen: boolean,
): void {
  for (let at = from; at < to; at += 1) {
    const rank = intAt(ranks, at);
    if (isOpen === undefined || isOpen(rank * table.stride) === areOpen) members.push(rank);
  }
}

/** The groups of a family with those of their members alone that are marked, by rank. */
export function markedMembers(
  { pairs, groups, members, report }: FamilyPostings,
  isMarked: Uint8Array,
): FamilyPostings {
  const placeOf = new Int32Array(members.length + 1);
  const kept = createGrowingInts();
  for (let at = 0; at < members.length; at += 1) {
    placeOf[at] = kept.length;
    const rank = intAt(members, at);
    if (isMarked[rank] === 1) kept.push(rank);
  }
  placeOf[members.length] = kept.length;
  return {
    pairs,
    groups: groups.map((place) => intAt(placeOf, place)),
    members: kept.view(),
    report,
  };
}
