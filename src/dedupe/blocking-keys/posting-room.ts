import { createGrowingInts, type GrowingInts } from "../growing-array.ts";
import { createEntryRoom, releaseEntryRoom, type EntryRoom } from "./sort-entries.ts";

/** Memory that is kept from family to family: fresh memory costs more than a sort. */
export interface PostingRoom extends EntryRoom {
  /** One bit for all keys that start alike; see `rememberWanted`. */
  readonly remembered: Int32Array;
  readonly bounds: GrowingInts;
  readonly pairs: GrowingInts;
  readonly groups: GrowingInts;
  readonly members: GrowingInts;
}

/** Bits of a key by which it is remembered: two megabytes, which stay within the cache. */
export const rememberedBits = 24;

/** Room that grows when it is needed. */
export function createPostingRoom(): PostingRoom {
  const create = createGrowingInts;
  return {
    ...createEntryRoom(),
    remembered: new Int32Array(1 << (rememberedBits - 5)),
    bounds: create(),
    pairs: create(),
    groups: create(),
    members: create(),
  };
}

/** Forgets what the last family left. */
export function clearRoom({ bounds, pairs, groups, members }: PostingRoom): void {
  for (const each of [bounds, pairs, groups, members]) each.clear();
}

/** Gives the memory of a room back. */
export function releaseRoom(room: PostingRoom): void {
  clearRoom(room);
  for (const each of [room.bounds, room.pairs, room.groups, room.members]) each.finish();
  releaseEntryRoom(room);
}
