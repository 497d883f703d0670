import { sharedInts } from "./growing-array.ts";
import { mix } from "./mix.ts";
import { poolSize, type TextPool } from "./text-pool.ts";

/** Which letters a text holds, as 64 bits in two integers: letters that differ may share a bit. */
export interface LetterSignatures {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** The signature of every text of a pool, in shared memory. */
export function letterSignatures(pool: TextPool): LetterSignatures {
  const size = poolSize(pool);
  const signatures = { low: sharedInts(size), high: sharedInts(size) };
  for (let id = 1; id < size; id += 1) {
    const end = pool.offsets[id + 1] ?? 0;
    for (let at = pool.offsets[id] ?? 0; at < end; at += 1) {
      const bit = mix(pool.units[at] ?? 0, 3) & 63;
      const half = bit < 32 ? signatures.low : signatures.high;
      half[id] = (half[id] ?? 0) | (1 << (bit & 31));
    }
  }
  return signatures;
}

/** Bits set in an integer: `countBits(0b1011)` -> 3 */
export function countBits(value: number): number {
  const pairs = value - ((value >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** The same for 64 bits in two integers: `countWideBits(0b1011, 0b1)` -> 4 */
export function countWideBits(low: number, high: number): number {
  const lowPairs = low - ((low >>> 1) & 0x5555_5555);
  const highPairs = high - ((high >>> 1) & 0x5555_5555);
  const fours =
    (lowPairs & 0x3333_3333) +
    ((lowPairs >>> 2) & 0x3333_3333) +
    (highPairs & 0x3333_3333) +
    ((highPairs >>> 2) & 0x3333_3333);
  const eights = (fours & 0x0f0f_0f0f) + ((fours >>> 4) & 0x0f0f_0f0f);
  return Math.imul(eights, 0x0101_0101) >>> 24;
}
