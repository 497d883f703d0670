import { byteAt, intAt } from "./element-at.ts";
import { lengthAt, type TextPool } from "./text-pool.ts";

/** Edit distance between two ids of a pool; anything beyond `limit` is `limit + 1`. */
export type TextDistance = (left: number, right: number, limit: number) => number;

const longest = 255;

/**
 * Optimal string alignment over the UTF-16 units of a pool: inserted, dropped and changed letters
 * count one each, so do two swapped neighbours. Equal ends are cut off first, which leaves next to
 * nothing of most pairs. `有限司公` and `有限公司` -> 1
 */
export function createTextDistance(pool: TextPool): TextDistance {
  const rows: Rows = {
    before: new Uint8Array(longest + 1),
    above: new Uint8Array(longest + 1),
    row: new Uint8Array(longest + 1),
  };
  const rest = { left: 0, leftEnd: 0, right: 0, rightEnd: 0 };
  return (first, second, limit) => {
    if (first === second) return 0;
    const beyond = limit + 1;
    if (Math.abs(lengthAt(pool, first) - lengthAt(pool, second)) > limit) return beyond;
    cutEqualEnds(pool, first, second, rest);
    const length = rest.leftEnd - rest.left;
    const otherLength = rest.rightEnd - rest.right;
    if (length === 0 || otherLength === 0) return Math.min(beyond, length + otherLength);
    if (length > longest || otherLength > longest) return beyond;
    return Math.min(beyond, align(rows, pool.units, rest));
  };
}

/** What is left of two texts; reused for every pair. */
interface Spans {
  left: number;
  leftEnd: number;
  right: number;
  rightEnd: number;
}

function cutEqualEnds(
  { offsets, units }: TextPool,
  first: number,
  second: number,
  rest: Spans,
): void {
  let left = intAt(offsets, first);
  let right = intAt(offsets, second);
  let leftEnd = intAt(offsets, first + 1);
  let rightEnd = intAt(offsets, second + 1);
  while (left < leftEnd && right < rightEnd && units[left] === units[right]) {
    left += 1;
    right += 1;
  }
  while (left < leftEnd && right < rightEnd && units[leftEnd - 1] === units[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  rest.left = left;
  rest.leftEnd = leftEnd;
  rest.right = right;
  rest.rightEnd = rightEnd;
}

/** The matrix of distances, three rows of it at a time. */
function align(rows: Rows, units: Uint16Array, spans: Spans): number {
  const columns = spans.rightEnd - spans.right;
  let { before, above, row } = rows;
  for (let column = 0; column <= columns; column += 1) above[column] = column;
  for (let at = spans.left; at < spans.leftEnd; at += 1) {
    row[0] = at - spans.left + 1;
    fillRow({ before, above, row }, units, spans, at);
    const oldest = before;
    before = above;
    above = row;
    row = oldest;
  }
  return byteAt(above, columns);
}

interface Rows {
  readonly before: Uint8Array;
  readonly above: Uint8Array;
  readonly row: Uint8Array;
}

function fillRow(
  { before, above, row }: Rows,
  units: Uint16Array,
  { left, right, rightEnd }: Spans,
  at: number,
): void {
  const letter = units[at];
  for (let other = right; other < rightEnd; other += 1) {
    const column = other - right + 1;
    const change = byteAt(above, column - 1) + (units[other] === letter ? 0 : 1);
    let least = Math.min(change, byteAt(above, column) + 1, byteAt(row, column - 1) + 1);
    const isInside = at > left && other > right;
    const isSwap = isInside && units[other - 1] === letter && units[at - 1] === units[other];
    if (isSwap) least = Math.min(least, byteAt(before, column - 2) + 1);
    row[column] = least;
  }
}
