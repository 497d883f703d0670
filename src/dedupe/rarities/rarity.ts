import { sharedBytes } from "../growing-array.ts";

/** Rarities are counted in quarter bits, at most those of a table of 2^31 records. */
export const raritySteps = 128;

/** 2^(1/4), 2^(2/4), 2^(3/4) in units of 2^-16. */
const mantissas = { one: 77_936, two: 92_682, three: 110_218 } as const;

/**
 * log2 in quarter bits, rounded down, with integers only: `quarterBits(1)` -> 0, `quarterBits(2)` -> 4,
 * `quarterBits(3)` -> 6, `quarterBits(1_000_000)` -> 79. Zero counts as one.
 */
export function quarterBits(value: number): number {
  const whole = 31 - Math.clz32(value | 1);
  const mantissa = whole > 16 ? value >>> (whole - 16) : value << (16 - whole);
  if (mantissa < mantissas.two) return whole * 4 + (mantissa < mantissas.one ? 0 : 1);
  return whole * 4 + (mantissa < mantissas.three ? 2 : 3);
}

/**
 * Quarter bits by which a value that `count` of `size` records hold narrows the table down.
 * `rarityOfCount(1_000_000, 2)` -> 75 (18.75 bits)
 */
export function rarityOfCount(size: number, count: number): number {
  return Math.max(0, quarterBits(size) - quarterBits(count));
}

/** The rarity of each id of a column. */
export function rarities(counts: Int32Array, size: number): Uint8Array {
  const all = quarterBits(size);
  const rarity = sharedBytes(counts.length);
  for (let id = 0; id < counts.length; id += 1) {
    rarity[id] = Math.max(0, all - quarterBits(counts[id] ?? 0));
  }
  return rarity;
}

/** Quarter bits that the parts of a value may add to what the table says of it. */
const mostExtra = 12;

/**
 * The rarity of a value that is rarer by its parts than a table can tell: a table never makes a value
 * rarer than one of its records. What the parts tell beyond it counts half, three bits at most.
 */
export function raisedBy(rarity: number, parts: number): number {
  const extra = Math.min(mostExtra, Math.max(0, parts - rarity) >> 1);
  return Math.min(raritySteps - 1, rarity + extra);
}
