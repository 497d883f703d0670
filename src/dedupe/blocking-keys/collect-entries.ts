import { intAt } from "../element-at.ts";
import { accumulate } from "../growing-array.ts";
import { mostKeys, type KeyFamily, type KeySink } from "./key-family.ts";
import type { PostedTable } from "./posting-sink.ts";
import { growRoom, type EntryRoom, type KeyEntries } from "./sort-entries.ts";

/** Bits of a key by which it is remembered: two megabytes, which stay within the cache. */
const rememberedBits = 24;

/** A set of keys that may hold a few too many: one bit for all keys that start alike. */
type RememberedKeys = Int32Array;

/**
 * The keys of all rows, by rank or in another order; where only pairs with an open row count, those
 * that an open row has, or one that teaches. A few that start alike may slip in. They lie in the room
 * until its next use.
 */
export function collectEntries(
  family: KeyFamily,
  table: PostedTable,
  room: EntryRoom,
  order?: Int32Array,
): KeyEntries {
  const { size, stride } = table;
  growRoom(room, size + mostKeys);
  const remembered = family.isOpen === undefined ? undefined : noKeys();
  const isWanted = wantedTest(family, table);
  const sink = { keys: room.entries.keys, count: 0, limit: 0 };
  for (let rank = 0; rank < size; rank += 1) {
    const start = sink.count;
    sink.limit = start + mostKeys;
    if (sink.limit > sink.keys.length) {
      growRoom(room, estimatedEntries(sink.limit, rank, size));
      sink.keys = room.entries.keys;
    }
    family.keysOf(rank * stride, sink);
    fillIn(room.entries.ranks, rank, start, sink.count);
    if (remembered !== undefined && isWanted(rank)) remember(remembered, sink, start);
  }
  const count =
    remembered === undefined ? sink.count : keepRemembered(room.entries, sink.count, remembered);
  if (order !== undefined) moveInOrder(room, count, order);
  const { keys, ranks } = room.entries;
  return { keys: keys.subarray(0, count), ranks: ranks.subarray(0, count) };
}

/** Brings entries by rank into another order: rows are read where they lie side by side. */
function moveInOrder(room: EntryRoom, count: number, order: Int32Array): void {
  const { entries, scratch } = room;
  const starts = startsOfRanks(entries.ranks, count, order.length);
  const move = { from: entries.keys, to: scratch, starts, count: 0 };
  for (let at = 0; at < order.length; at += 1) moveRow(move, intAt(order, at));
  room.entries = scratch;
  room.scratch = entries;
}

interface Move {
  readonly from: Int32Array;
  readonly to: KeyEntries;
  readonly starts: Int32Array;
  /** How many were moved. */
  count: number;
}

function moveRow(move: Move, rank: number): void {
  const { from, to, starts } = move;
  const end = intAt(starts, rank + 1);
  let { count } = move;
  for (let at = intAt(starts, rank); at < end; at += 1) {
    to.keys[count] = intAt(from, at);
    to.ranks[count] = rank;
    count += 1;
  }
  move.count = count;
}

/** Where the entries of each rank start. */
function startsOfRanks(ranks: Int32Array, count: number, size: number): Int32Array {
  const starts = new Int32Array(size + 1);
  for (let at = 0; at < count; at += 1) {
    const next = intAt(ranks, at) + 1;
    starts[next] = intAt(starts, next) + 1;
  }
  accumulate(starts);
  return starts;
}

/** A loop of its own: an inner one would be what the engine optimizes, over and over. */
function fillIn(ranks: Int32Array, rank: number, from: number, to: number): void {
  for (let at = from; at < to; at += 1) ranks[at] = rank;
}

/** How many entries all rows will have when so many have these, and some more. */
function estimatedEntries(entries: number, rows: number, size: number): number {
  return Math.ceil((entries * 1.1 * size) / Math.max(1, rows)) + mostKeys;
}

/** Whether pairs of a row are asked for by itself. */
function wantedTest(
  { isOpen, teachesKin }: KeyFamily,
  { stride, traits }: PostedTable,
): (rank: number) => boolean {
  if (isOpen === undefined) return () => true;
  if (!teachesKin) return (rank) => isOpen(rank * stride);
  return (rank) => traits.taught[rank] === 1 || isOpen(rank * stride);
}

function noKeys(): RememberedKeys {
  return new Int32Array(1 << (rememberedBits - 5));
}

/** Remembers what stands in the sink from `start` on. */
function remember(remembered: RememberedKeys, { keys, count }: KeySink, start: number): void {
  for (let at = start; at < count; at += 1) {
    const bit = bitOf(intAt(keys, at));
    remembered[bit >> 5] = intAt(remembered, bit >> 5) | (1 << (bit & 31));
  }
}

/** Drops the entries in place whose key is not remembered; returns how many are left. */
function keepRemembered(
  { keys, ranks }: KeyEntries,
  count: number,
  remembered: RememberedKeys,
): number {
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const key = intAt(keys, at);
    const bit = bitOf(key);
    if ((intAt(remembered, bit >> 5) & (1 << (bit & 31))) === 0) continue;
    keys[kept] = key;
    ranks[kept] = intAt(ranks, at);
    kept += 1;
  }
  return kept;
}

function bitOf(key: number): number {
  return key >>> (32 - rememberedBits);
}
