import { intAt } from "../element-at.ts";
import { createKeySink, mostKeys, type KeyFamily, type KeySink } from "./key-family.ts";
import type { PostedTable } from "./posting-sink.ts";
import { growRoom, type EntryRoom, type KeyEntries } from "./sort-entries.ts";

/** Bits of a key by which it is remembered: two megabytes, which stay within the cache. */
const rememberedBits = 24;

/** A set of keys that may hold a few too many: one bit for all keys that start alike. */
type RememberedKeys = Int32Array;

/**
 * The keys of all rows, by rank or in another order; where only pairs with an open row count, those
 * that an open row has. A few that start alike may slip in. They lie in the room until its next use.
 */
export function collectEntries(
  family: KeyFamily,
  { size, stride }: PostedTable,
  room: EntryRoom,
  order?: Int32Array,
): KeyEntries {
  const isLimited = family.isOpen !== undefined && family.teachesKin !== true;
  const open = isLimited ? keysOfOpenRows(family, size, stride) : undefined;
  growRoom(room, size + mostKeys);
  const sink = { keys: room.entries.keys, count: 0, limit: 0 };
  for (let at = 0; at < size; at += 1) {
    const rank = order === undefined ? at : intAt(order, at);
    const start = sink.count;
    sink.limit = start + mostKeys;
    if (sink.limit > sink.keys.length) {
      growRoom(room, estimatedEntries(sink.limit, at, size));
      sink.keys = room.entries.keys;
    }
    family.keysOf(rank * stride, sink);
    if (open !== undefined) keepRemembered(sink, start, open);
    for (let entry = start; entry < sink.count; entry += 1) room.entries.ranks[entry] = rank;
  }
  const { keys, ranks } = room.entries;
  return { keys: keys.subarray(0, sink.count), ranks: ranks.subarray(0, sink.count) };
}

/** How many entries all rows will have when so many have these, and some more. */
function estimatedEntries(entries: number, rows: number, size: number): number {
  return Math.ceil((entries * 1.1 * size) / Math.max(1, rows)) + mostKeys;
}

function keysOfOpenRows(family: KeyFamily, size: number, stride: number): RememberedKeys {
  const open = new Int32Array(1 << (rememberedBits - 5));
  const sink = createKeySink();
  for (let rank = 0; rank < size; rank += 1) {
    if (family.isOpen?.(rank * stride) !== true) continue;
    sink.count = 0;
    family.keysOf(rank * stride, sink);
    for (let at = 0; at < sink.count; at += 1) {
      const bit = bitOf(intAt(sink.keys, at));
      open[bit >> 5] = intAt(open, bit >> 5) | (1 << (bit & 31));
    }
  }
  return open;
}

/** Drops what came into the sink from `start` on and is not remembered. */
function keepRemembered(sink: KeySink, start: number, remembered: RememberedKeys): void {
  let kept = start;
  for (let at = start; at < sink.count; at += 1) {
    const key = intAt(sink.keys, at);
    const bit = bitOf(key);
    if ((intAt(remembered, bit >> 5) & (1 << (bit & 31))) === 0) continue;
    sink.keys[kept] = key;
    kept += 1;
  }
  sink.count = kept;
}

function bitOf(key: number): number {
  return key >>> (32 - rememberedBits);
}
