import { unitRank } from "../text/code-point.ts";
import { intAt, unitAt } from "./element-at.ts";
import { ascending } from "./growing-array.ts";
import { sortedBy } from "./record-order.ts";
import { lengthAt, poolSize, type TextPool } from "./text-pool.ts";

/** The order of two texts of a pool by code point, as `byCodePoint` has it. */
export function compareTexts(pool: TextPool, left: number, right: number): number {
  const { offsets, units } = pool;
  const [a, b] = [offsets[left] ?? 0, offsets[right] ?? 0];
  const [long, other] = [lengthAt(pool, left), lengthAt(pool, right)];
  const shorter = Math.min(long, other);
  for (let at = 0; at < shorter; at += 1) {
    const difference = unitRank(units[a + at] ?? 0) - unitRank(units[b + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return long - other;
}

/** Told of an id whose text equals the one before it. */
export type MeetRepeat = (id: number) => void;

/**
 * The ids of a pool's texts, "" left out, in the order of the texts: sorted by parts of some letters
 * each, which leaves few texts to be compared letter by letter. Only among those can texts be equal.
 */
export function sortTexts(pool: TextPool, meetRepeat?: MeetRepeat): Int32Array {
  const ids = ascending(poolSize(pool)).subarray(1);
  if (isAscending(pool)) return ids;
  const parts = partsOf(pool);
  const sorted = parts.reduceRight((order, part) => sortedBy(order, part), ids);
  for (let start = 0, end = 1; start < sorted.length; start = end, end += 1) {
    while (end < sorted.length && areAlike(parts, sorted, end)) end += 1;
    if (end - start === 1) continue;
    const alike = sorted.subarray(start, end);
    alike.sort((left, right) => compareTexts(pool, left, right));
    if (meetRepeat !== undefined) findRepeats(pool, alike, meetRepeat);
  }
  return sorted;
}

function findRepeats(pool: TextPool, sorted: Int32Array, meetRepeat: MeetRepeat): void {
  for (let at = 1; at < sorted.length; at += 1) {
    const id = intAt(sorted, at);
    if (compareTexts(pool, intAt(sorted, at - 1), id) === 0) meetRepeat(id);
  }
}

/** Whether a text of the order and the one before it agree in all parts. */
function areAlike(parts: readonly Int32Array[], order: Int32Array, at: number): boolean {
  const [id, before] = [intAt(order, at), intAt(order, at - 1)];
  for (const part of parts) if (part[id] !== part[before]) return false;
  return true;
}

function isAscending(pool: TextPool): boolean {
  for (let id = 2; id < poolSize(pool); id += 1) {
    if (compareTexts(pool, id - 1, id) >= 0) return false;
  }
  return true;
}

const mostParts = 3;
/** A part counts up to this: sorting by it takes so many counters. */
const partBits = 18;

/**
 * What stands behind the common beginning of all texts, as numbers by id: each part counts some
 * letters in the base of how many letters there are, so that ten digits take two parts.
 */
function partsOf(pool: TextPool): Int32Array[] {
  const skip = commonPrefix(pool);
  const { numbers, count } = numberLetters(pool, skip);
  const lettersInPart = Math.max(1, Math.floor(partBits / Math.log2(count + 2)));
  const parts = Math.min(mostParts, Math.ceil((longestOf(pool) - skip) / lettersInPart));
  return Array.from({ length: parts }, (_, part) => {
    const values = new Int32Array(poolSize(pool));
    for (let id = 1; id < values.length; id += 1) {
      const start = intAt(pool.offsets, id) + skip + part * lettersInPart;
      const end = intAt(pool.offsets, id + 1);
      let value = 0;
      for (let at = start; at < start + lettersInPart; at += 1) {
        const number = at < end ? intAt(numbers, unitAt(pool.units, at)) : 0;
        value = value * (count + 1) + number;
      }
      values[id] = value;
    }
    return values;
  });
}

interface NumberedLetters {
  /** Unit -> its number from 1 in the order of code points; 0 for one that no text has. */
  readonly numbers: Int32Array;
  readonly count: number;
}

function numberLetters({ offsets, units }: TextPool, skip: number): NumberedLetters {
  const numbers = new Int32Array(1 << 16);
  for (let id = 1; id < offsets.length - 1; id += 1) {
    const end = intAt(offsets, id + 1);
    for (let at = intAt(offsets, id) + skip; at < end; at += 1) numbers[unitAt(units, at)] = 1;
  }
  const used = ascending(numbers.length).filter((unit) => numbers[unit] === 1);
  used.sort((left, right) => unitRank(left) - unitRank(right));
  for (const [at, unit] of used.entries()) numbers[unit] = at + 1;
  return { numbers, count: used.length };
}

function longestOf(pool: TextPool): number {
  let longest = 0;
  for (let id = 1; id < poolSize(pool); id += 1) longest = Math.max(longest, lengthAt(pool, id));
  return longest;
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
