import { mix } from "./mix.ts";
import { lengthAt, type TextPool } from "./text-pool.ts";

/** Edit distance between two ids of a pool; anything beyond `limit` is `limit + 1`. */
export type TextDistance = (left: number, right: number, limit: number) => number;

const cacheSlots = 1 << 16;
const longest = 255;

/**
 * Levenshtein distance over the code units of a pool. Names repeat, so results are remembered in
 * a direct-mapped cache of fixed size: a full one forgets, it never grows.
 */
export function createTextDistance(pool: TextPool): TextDistance {
  const lefts = new Int32Array(cacheSlots);
  const rights = new Int32Array(cacheSlots);
  const distances = new Uint8Array(cacheSlots);
  const row = new Int32Array(longest + 1);
  return (first, second, limit) => {
    if (first === second) return 0;
    const left = Math.min(first, second);
    const right = Math.max(first, second);
    if (Math.abs(lengthAt(pool, left) - lengthAt(pool, right)) > limit) return limit + 1;
    const slot = mix(left, right) & (cacheSlots - 1);
    if (lefts[slot] !== left || rights[slot] !== right) {
      lefts[slot] = left;
      rights[slot] = right;
      distances[slot] = Math.min(255, distanceBetween(pool, left, right, row));
    }
    return Math.min(distances[slot] ?? 0, limit + 1);
  };
}

function distanceBetween(pool: TextPool, left: number, right: number, row: Int32Array): number {
  const rows = lengthAt(pool, left);
  const columns = lengthAt(pool, right);
  if (rows > longest || columns > longest) return longest;
  for (let column = 0; column <= columns; column += 1) row[column] = column;
  const start = pool.offsets[left] ?? 0;
  for (let at = 0; at < rows; at += 1) {
    advanceRow(row, pool.units[start + at] ?? 0, pool, right);
  }
  return row[columns] ?? 0;
}

/** One row of the matrix in place: `row` goes from the letters so far to one letter more. */
function advanceRow(row: Int32Array, letter: number, pool: TextPool, right: number): void {
  const start = pool.offsets[right] ?? 0;
  const columns = lengthAt(pool, right);
  let diagonal = row[0] ?? 0;
  let previous = diagonal + 1;
  row[0] = previous;
  for (let column = 1; column <= columns; column += 1) {
    const above = row[column] ?? 0;
    const swap = diagonal + (pool.units[start + column - 1] === letter ? 0 : 1);
    previous = Math.min(swap, above + 1, previous + 1);
    row[column] = previous;
    diagonal = above;
  }
}
