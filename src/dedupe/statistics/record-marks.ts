import { intAt, unitAt } from "../element-at.ts";
import { mix } from "../mix.ts";
import { poolSize, type TextPool } from "../text-pool.ts";

/**
 * Records as 64-bit hashes of their ids, ascending: eight bytes a record, whatever its id. Of a
 * hundred million records two may share a mark; then both count, which moves a rarity by nothing.
 */
export type RecordMarks = BigUint64Array;

/** The marks of all records of a pool of ids. */
export function markRecords(ids: TextPool): RecordMarks {
  const marks = new BigUint64Array(poolSize(ids) - 1);
  for (let record = 0; record < marks.length; record += 1) marks[record] = markOf(ids, record + 1);
  return marks.sort();
}

/** 1 for each record of a pool of ids that has a mark. */
export function findMarked(ids: TextPool, marks: RecordMarks): Uint8Array {
  const isMarked = new Uint8Array(poolSize(ids) - 1);
  for (let record = 0; record < isMarked.length; record += 1) {
    if (holds(marks, markOf(ids, record + 1))) isMarked[record] = 1;
  }
  return isMarked;
}

function markOf({ offsets, units }: TextPool, id: number): bigint {
  const end = intAt(offsets, id + 1);
  let [high, low] = [17, 31];
  for (let at = intAt(offsets, id); at < end; at += 1) {
    high = mix(high, unitAt(units, at));
    low = mix(unitAt(units, at), low);
  }
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

function holds(marks: RecordMarks, mark: bigint): boolean {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((marks[middle] ?? 0n) < mark) low = middle + 1;
    else high = middle;
  }
  return marks[low] === mark;
}
