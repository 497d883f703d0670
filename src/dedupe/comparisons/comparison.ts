import type { PackedRecords } from "../packed-records.ts";

/**
 * What a comparison says about two records: the index of a level in the low byte, and above it the
 * rarity of the value they share, in bits (0 where rarity does not count). See `levelOf`, `rarityOf`.
 */
export type LevelCode = number;

/** Compares two records by their positions. */
export type Compare = (left: number, right: number) => LevelCode;

/** How one field, or a few that belong together, is compared. */
export interface Comparison {
  readonly name: string;
  /** Field of the model that a person reads it as. */
  readonly field: string;
  /** Names of the levels; level 0 is always "missing": nothing can be said. */
  readonly levels: readonly string[];
  /** Binds to a table once; the result runs millions of times and reads integers only. */
  bind(packed: PackedRecords): Compare;
}

/** `levelOf(codeOf(3, 12))` -> 3 */
export function levelOf(code: LevelCode): number {
  return code & 0xff;
}

/** `rarityOf(codeOf(3, 12))` -> 12 */
export function rarityOf(code: LevelCode): number {
  return code >> 8;
}

/** A level and a rarity in one integer. */
export function codeOf(level: number, rarity: number): LevelCode {
  return level | (rarity << 8);
}

/**
 * Bits by which a value narrows the table down: floor(log2 size) - floor(log2 count), never negative.
 * `rarityBits(1_000_000, 2)` -> 18
 */
export function rarityBits(size: number, count: number): number {
  return Math.max(0, Math.clz32(Math.max(1, count)) - Math.clz32(Math.max(1, size)));
}
