import { byteAt, intAt } from "../element-at.ts";
import { countOfIds, forEachId, holdsId } from "../compared-table.ts";
import { lengthAt, type TextPool } from "../text-pool.ts";

/**
 * The largest rarity among the ids that two cells of a `set` column share, -1 when they share none
 * (see `ComparedTable` for what a cell holds; ids ascend, so one walk over both does).
 */
export function rarestShared(
  lists: Int32Array,
  cell: number,
  other: number,
  rarities: Uint8Array,
): number {
  if (cell >= 0 && other >= 0) return cell === other && cell !== 0 ? byteAt(rarities, cell) : -1;
  if (cell >= 0) return rarestOf(lists, other, cell, rarities);
  if (other >= 0) return rarestOf(lists, cell, other, rarities);
  return rarestInBoth(lists, cell, other, rarities);
}

function rarestInBoth(
  lists: Int32Array,
  cell: number,
  other: number,
  rarities: Uint8Array,
): number {
  let rarest = -1;
  const start = ~cell;
  const otherStart = ~other;
  const end = start + intAt(lists, start);
  const otherEnd = otherStart + intAt(lists, otherStart);
  for (let at = start + 1, otherAt = otherStart + 1; at <= end && otherAt <= otherEnd;) {
    const id = intAt(lists, at);
    const otherId = intAt(lists, otherAt);
    if (id === otherId) rarest = Math.max(rarest, byteAt(rarities, id));
    if (id <= otherId) at += 1;
    if (otherId <= id) otherAt += 1;
  }
  return rarest;
}

/** The smallest rarity among the ids that two cells of a `set` column share; 255 when they share none. */
export function commonestShared(
  lists: Int32Array,
  cell: number,
  other: number,
  rarities: Uint8Array,
): number {
  let commonest = 255;
  forEachId(lists, cell, (id) => {
    if (holdsId(lists, other, id)) commonest = Math.min(commonest, byteAt(rarities, id));
  });
  return commonest;
}

/** How many ids two cells of a `set` column share. */
export function countShared(lists: Int32Array, cell: number, other: number): number {
  let shared = 0;
  forEachId(lists, cell, (id) => {
    if (holdsId(lists, other, id)) shared += 1;
  });
  return shared;
}

/** Whether one of two cells of a `set` column holds all ids of the other. */
export function isSubset(lists: Int32Array, cell: number, other: number): boolean {
  const isFewer = countOfIds(lists, cell) <= countOfIds(lists, other);
  const few = isFewer ? cell : other;
  const many = isFewer ? other : cell;
  if (few >= 0) return holdsId(lists, many, few);
  const end = ~few + intAt(lists, ~few);
  for (let at = ~few + 1; at <= end; at += 1) {
    if (!holdsId(lists, many, intAt(lists, at))) return false;
  }
  return true;
}

function rarestOf(lists: Int32Array, cell: number, id: number, rarities: Uint8Array): number {
  const start = ~cell;
  const end = start + intAt(lists, start);
  for (let at = start + 1; at <= end; at += 1) {
    if (lists[at] === id) return id === 0 ? -1 : byteAt(rarities, id);
  }
  return -1;
}

/** Whether one text of a pool begins another, longer one. */
export function isPrefix(pool: TextPool, short: number, long: number): boolean {
  const length = lengthAt(pool, short);
  if (length >= lengthAt(pool, long)) return false;
  const start = intAt(pool.offsets, short);
  const otherStart = intAt(pool.offsets, long);
  for (let at = 0; at < length; at += 1) {
    if (pool.units[start + at] !== pool.units[otherStart + at]) return false;
  }
  return true;
}

/** Whether one text of a pool begins or ends another, longer one: 华宸 in 华宸国际 and 新市华宸. */
export function isAtEnd(pool: TextPool, short: number, long: number): boolean {
  const extra = lengthAt(pool, long) - lengthAt(pool, short);
  return extra > 0 && (isPrefix(pool, short, long) || isSuffix(pool, short, long));
}

function isSuffix({ offsets, units }: TextPool, short: number, long: number): boolean {
  const start = intAt(offsets, short);
  const end = intAt(offsets, short + 1);
  const otherEnd = intAt(offsets, long + 1);
  for (let at = start; at < end; at += 1) {
    if (units[at] !== units[otherEnd - end + at]) return false;
  }
  return true;
}

/** Whether the letters of one text stand in another in their order, the first one at the start of both. */
export function isSubsequence(pool: TextPool, short: number, long: number): boolean {
  const { offsets, units } = pool;
  const end = intAt(offsets, short + 1);
  const longEnd = intAt(offsets, long + 1);
  let at = intAt(offsets, short);
  let longAt = intAt(offsets, long);
  if (units[at] !== units[longAt]) return false;
  while (at < end && longAt < longEnd) {
    if (units[at] === units[longAt]) at += 1;
    longAt += 1;
  }
  return at === end;
}
