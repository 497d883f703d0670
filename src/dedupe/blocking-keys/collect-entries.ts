import { byteAt, intAt } from "../element-at.ts";
import { accumulate } from "../growing-array.ts";
import { mostKeys, type KeyFamily, type KeySink } from "./key-family.ts";
import type { OpenRows, PostedTable } from "./posting-sink.ts";
import { rememberedBits, type PostingRoom } from "./posting-room.ts";
import { growRoom, type EntryRoom, type KeyEntries } from "./sort-entries.ts";

/** Which rows ask for pairs, and the order in which entries are wanted, where it is not by rank. */
interface AskedEntries {
  readonly open: OpenRows;
  readonly order: Int32Array | undefined;
}

/**
 * The keys of all rows, by rank or in another order; where only pairs with an open row count, those
 * that an open row has, or one that teaches. A few that start alike may slip in. They lie in the room
 * until its next use.
 */
export function collectEntries(
  family: KeyFamily,
  table: PostedTable,
  room: PostingRoom,
  { open, order }: AskedEntries,
): KeyEntries {
  let count = collectKeys(family, table, room);
  if (open !== undefined) count = keepWanted(room, count, wantedRows(open, family, table));
  if (order !== undefined) moveInOrder(room, count, order);
  const { keys, ranks } = room.entries;
  return { keys: keys.subarray(0, count), ranks: ranks.subarray(0, count) };
}

/** Puts the keys of all rows into the room; returns how many there are. */
function collectKeys(
  { keysOf }: KeyFamily,
  { size, stride }: PostedTable,
  room: EntryRoom,
): number {
  growRoom(room, size + mostKeys);
  const sink = { keys: room.entries.keys, count: 0, limit: 0 };
  for (let rank = 0; rank < size; rank += 1) {
    const start = sink.count;
    sink.limit = start + mostKeys;
    if (sink.limit > sink.keys.length) enlarge(room, sink, Math.max(1, rank) / size);
    keysOf(rank * stride, sink);
    fillIn(room.entries.ranks, rank, start, sink.count);
  }
  return sink.count;
}

/** Makes room for the keys of all rows when such a share of them has filled it. */
function enlarge(room: EntryRoom, sink: KeySink, share: number): void {
  growRoom(room, Math.ceil((sink.limit * 1.1) / share) + mostKeys);
  sink.keys = room.entries.keys;
}

/** Drops the entries in place whose key no wanted row has; returns how many are left. */
function keepWanted(room: PostingRoom, count: number, wanted: Uint8Array): number {
  room.remembered.fill(0);
  rememberWanted(room, count, wanted);
  return keepRemembered(room, count);
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

/** 1 for rows whose pairs are asked for by themselves. */
function wantedRows(
  open: Uint8Array,
  { teachesKin }: KeyFamily,
  { traits }: PostedTable,
): Uint8Array {
  if (!teachesKin) return open;
  const wanted = traits.taught.slice();
  for (let rank = 0; rank < open.length; rank += 1) {
    wanted[rank] = byteAt(wanted, rank) | byteAt(open, rank);
  }
  return wanted;
}

/**
 * Remembers the keys of wanted rows in a set that may hold a few too many: one bit stands for all
 * keys that start alike.
 */
function rememberWanted(room: PostingRoom, count: number, wanted: Uint8Array): void {
  const { remembered, entries } = room;
  const { keys, ranks } = entries;
  for (let at = 0; at < count; at += 1) {
    if (byteAt(wanted, intAt(ranks, at)) === 0) continue;
    const bit = bitOf(intAt(keys, at));
    remembered[bit >> 5] = intAt(remembered, bit >> 5) | (1 << (bit & 31));
  }
}

/** Drops the entries in place whose key is not remembered; returns how many are left. */
function keepRemembered({ remembered, entries }: PostingRoom, count: number): number {
  const { keys, ranks } = entries;
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
