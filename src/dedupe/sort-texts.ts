import { lengthAt, poolSize, type TextPool } from "./text-pool.ts";

/** The order of two texts of a pool by code point, as `byCodePoint` has it. */
export function compareTexts(pool: TextPool, left: number, right: number): number {
  const { offsets, units } = pool;
  const [a, b] = [offsets[left] ?? 0, offsets[right] ?? 0];
  const [long, other] = [lengthAt(pool, left), lengthAt(pool, right)];
  const shorter = Math.min(long, other);
  for (let at = 0; at < shorter; at += 1) {
    const difference = rank(units[a + at] ?? 0) - rank(units[b + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return long - other;
}

/** UTF-16 units in the order of the code points they belong to: surrogates come last. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** The ids of a pool's texts, "" left out, in the order of the texts. */
export function sortTexts(pool: TextPool): Int32Array {
  const ids = new Int32Array(Math.max(poolSize(pool) - 1, 0));
  for (let at = 0; at < ids.length; at += 1) ids[at] = at + 1;
  if (isAscending(pool)) return ids;
  const keys = leadingKeys(pool);
  return ids.sort((left, right) => {
    const difference = (keys[left] ?? 0) - (keys[right] ?? 0);
    return difference === 0 ? compareTexts(pool, left, right) : difference;
  });
}

function isAscending(pool: TextPool): boolean {
  for (let id = 2; id < poolSize(pool); id += 1) {
    if (compareTexts(pool, id - 1, id) >= 0) return false;
  }
  return true;
}

/**
 * The three units behind what all texts begin with, as one number each: most comparisons end there.
 * Units above the surrogates would need their rank, so those texts get the same number.
 */
function leadingKeys(pool: TextPool): Float64Array {
  const skip = commonPrefix(pool);
  const keys = new Float64Array(poolSize(pool));
  for (let id = 1; id < keys.length; id += 1) {
    const start = (pool.offsets[id] ?? 0) + skip;
    const end = pool.offsets[id + 1] ?? 0;
    let key = 0;
    for (let at = start; at < start + 3; at += 1) {
      const unit = at < end ? Math.min((pool.units[at] ?? 0) + 1, 0xd800) : 0;
      key = key * 0x10000 + unit;
      if (unit === 0xd800) {
        key *= 0x10000 ** (start + 2 - at);
        break;
      }
    }
    keys[id] = key;
  }
  return keys;
}

function commonPrefix(pool: TextPool): number {
  let length = lengthAt(pool, 1);
  const first = pool.offsets[1] ?? 0;
  for (let id = 2; id < poolSize(pool) && length > 0; id += 1) {
    const start = pool.offsets[id] ?? 0;
    length = Math.min(length, lengthAt(pool, id));
    let same = 0;
    while (same < length && pool.units[first + same] === pool.units[start + same]) same += 1;
    length = same;
  }
  return length;
}

/** A pool of the texts with these ids, numbered anew from 1 in this order. */
export function pickTexts(pool: TextPool, ids: Int32Array): TextPool {
  let length = 0;
  for (const id of ids) length += lengthAt(pool, id);
  const offsets = new Int32Array(new SharedArrayBuffer((ids.length + 2) * 4));
  const units = new Uint16Array(new SharedArrayBuffer(length * 2));
  let end = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    const [from, to] = [pool.offsets[id] ?? 0, pool.offsets[id + 1] ?? 0];
    for (let unit = from; unit < to; unit += 1, end += 1) units[end] = pool.units[unit] ?? 0;
    offsets[at + 2] = end;
  }
  return { offsets, units };
}
