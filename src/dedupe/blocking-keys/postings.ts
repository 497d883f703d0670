import { intAt } from "../element-at.ts";
import { collectEntries } from "./collect-entries.ts";
import type { KeyFamily } from "./key-family.ts";
import { createGrowingInts, type GrowingInts } from "../growing-array.ts";
import { affordableCap } from "./affordable-cap.ts";
import { addGroup } from "./add-groups.ts";
import { addPairs } from "./add-pairs.ts";
import { addPlacedPairs } from "./placed-pairs.ts";
import { clearRoom, createPostingRoom, releaseRoom, type PostingRoom } from "./posting-room.ts";
import { openRows, type PostedTable, type PostingSink } from "./posting-sink.ts";
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
  const room = createPostingRoom();
  const postings = wanted.map((family) => buildFamilyPostings(family, table, form, room));
  releaseRoom(room);
  return postings;
}

function buildFamilyPostings(
  family: KeyFamily,
  table: PostedTable,
  form: PostingForm,
  room: PostingRoom,
): FamilyPostings {
  clearRoom(room);
  const isPlaced = meetsByPlace(family);
  const open = openRows(family, table);
  const order = isPlaced ? table.traits.byPlace : undefined;
  const entries = collectEntries(family, table, room, { open, order });
  sortEntries(entries, room.scratch);
  const largestGroup = findGroups(room.bounds, entries);
  const { pairs, groups: grouped, members } = room;
  const bounds = room.bounds.view();
  const capped = { ...family, cap: affordableCap(family, bounds, table.size) };
  const { ranks } = entries;
  const sink = { family: capped, table, open, ranks, pairs, groups: grouped, members };
  const oversizedGroups = adderOf(isPlaced, form)(sink, bounds);
  const groups = bounds.length / 2;
  return {
    pairs: pairs.toShared(),
    groups: grouped.toShared(),
    members: members.toShared(),
    report: { name: family.name, keys: entries.keys.length, groups, largestGroup, oversizedGroups },
  };
}

/**
 * Finds the groups among sorted entries, rows behind one key that two have at least: adds where each
 * starts and ends, and returns the size of the largest. A row that has a key twice stands there once after.
 */
function findGroups(bounds: GrowingInts, { keys, ranks }: KeyEntries): number {
  let largestGroup = 0;
  for (let start = 0, end = 1; start < keys.length; start = end, end += 1) {
    while (end < keys.length && keys[end] === keys[start]) end += 1;
    if (end - start < 2) continue;
    const to = squeeze(ranks, start, end);
    if (to - start < 2) continue;
    largestGroup = Math.max(largestGroup, to - start);
    bounds.push(start);
    bounds.push(to);
  }
  return largestGroup;
}

/** Adds the rows of all groups; returns how many groups of them are too large. */
type AddGroups = (sink: PostingSink, bounds: Int32Array) => number;

/** Each way has a loop of its own, so that the engine sees one function called there. */
function adderOf(isPlaced: boolean, form: PostingForm): AddGroups {
  if (isPlaced) return addAllPlaced;
  return form === "pairs" ? addAllPairs : addAllGroups;
}

function addAllPlaced(sink: PostingSink, bounds: Int32Array): number {
  let oversized = 0;
  for (let at = 0; at < bounds.length; at += 2) {
    oversized += addPlacedPairs(sink, intAt(bounds, at), intAt(bounds, at + 1));
  }
  return oversized;
}

/** Groups up to this size take no more memory as their pairs. */
const mostPaired = 6;

function addAllPairs(sink: PostingSink, bounds: Int32Array): number {
  const most = Math.min(mostPaired, sink.family.cap);
  let oversized = 0;
  for (let at = 0; at < bounds.length; at += 2) {
    const from = intAt(bounds, at);
    const to = intAt(bounds, at + 1);
    if (to - from > most) oversized += addGroup(sink, from, to);
    else addPairs(sink, from, to);
  }
  return oversized;
}

function addAllGroups(sink: PostingSink, bounds: Int32Array): number {
  let oversized = 0;
  for (let at = 0; at < bounds.length; at += 2) {
    oversized += addGroup(sink, intAt(bounds, at), intAt(bounds, at + 1));
  }
  return oversized;
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
