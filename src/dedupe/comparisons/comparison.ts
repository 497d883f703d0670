import type { ComparedTable } from "../compared-table.ts";

/**
 * What a comparison says about two records: the index of a level in the low byte, and above it the
 * rarity of the value they share in quarter bits (0 where rarity does not count).
 */
export type LevelCode = number;

/** The codes of all comparisons of a pair, in the order of `entityComparisons`. */
export type LevelCodes = Int32Array;

/**
 * Compares two rows, told by where they start in `cells`. `codes` holds what the comparisons before
 * this one said: what the name has said already need not be said twice.
 */
export type Compare = (left: number, right: number, codes: LevelCodes) => LevelCode;

/** How one field, or a few that belong together, is compared. */
export interface Comparison {
  readonly name: string;
  /** Field of the model that a person reads it as. */
  readonly field: string;
  /** Names of the levels; level 0 is always "missing": nothing can be said. */
  readonly levels: readonly string[];
  /** Strong keys find every pair that shares such a value. */
  readonly isKeyed?: boolean;
  /** Binds to a table once; the result runs millions of times and reads integers only. */
  bind(table: ComparedTable): Compare;
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
