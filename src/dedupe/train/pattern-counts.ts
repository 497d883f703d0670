import type { LevelCodes } from "../comparisons/comparison.ts";
import { levelOf } from "../comparisons/comparison.ts";
import { doubled } from "../growing-array.ts";
import { mix } from "../mix.ts";

/** How sure a pair is before it is weighed: credit codes say so, or nothing does. */
export const labels = { none: 0, same: 1, different: 2 } as const;

/** Pairs counted by the levels of their comparisons and the rarity behind them, in whole bits. */
export interface PatternCounts {
  readonly comparisons: number;
  readonly patterns: number;
  /** `comparisons` levels a pattern. */
  readonly levels: Uint8Array;
  readonly rarityBits: Int32Array;
  /** Three counts a pattern, by label. */
  readonly counts: Int32Array;
}

/** How often a pattern was counted with a label. */
export function countOf({ counts }: PatternCounts, pattern: number, label: number): number {
  return counts[pattern * 3 + label] ?? 0;
}

/** Collects patterns of pairs; there are thousands of them however many pairs there are. */
export interface PatternCounter {
  /** Counts a pair, or so many, with `rarityMilliBits` of weight by rarity beside its levels. */
  add(codes: LevelCodes, rarityMilliBits: number, label: number, pairs?: number): void;
  finish(): PatternCounts;
}

/** A counter for patterns of so many comparisons: an open-addressing table over typed arrays. */
export function createPatternCounter(comparisons: number): PatternCounter {
  const store = new PatternStore(comparisons);
  return {
    add: (codes, rarityMilliBits, label, pairs = 1) =>
      store.add(codes, rarityMilliBits, label, pairs),
    finish: () => store.finish(),
  };
}

/** The patterns of consecutive ranges of pairs as those of all of them, in the order in which they came first. */
export function joinPatternCounts(parts: readonly PatternCounts[]): PatternCounts {
  const [first, ...others] = parts;
  if (first !== undefined && others.length === 0) return first;
  const { comparisons = 0 } = first ?? {};
  const counter = createPatternCounter(comparisons);
  const codes = new Int32Array(comparisons);
  for (const part of parts) {
    for (let pattern = 0; pattern < part.patterns; pattern += 1) {
      // A level without a rarity is a code.
      codes.set(part.levels.subarray(pattern * comparisons, (pattern + 1) * comparisons));
      const milliBits = (part.rarityBits[pattern] ?? 0) * 1000;
      for (const label of Object.values(labels)) {
        counter.add(codes, milliBits, label, countOf(part, pattern, label));
      }
    }
  }
  return counter.finish();
}

class PatternStore {
  readonly #comparisons: number;
  #table = new Int32Array(1 << 12);
  #hashes = new Int32Array(1 << 10);
  #levels: Uint8Array;
  #rarityBits = new Int32Array(1 << 10);
  #counts = new Int32Array(3 << 10);
  #size = 0;

  constructor(comparisons: number) {
    this.#comparisons = comparisons;
    this.#levels = new Uint8Array(comparisons << 10);
  }

  add(codes: LevelCodes, rarityMilliBits: number, label: number, pairs: number): void {
    const rarityBits = Math.round(rarityMilliBits / 1000);
    let hash = mix(5, rarityBits);
    for (let at = 0; at < this.#comparisons; at += 1) hash = mix(hash, levelOf(codes[at] ?? 0));
    const pattern = this.#find(codes, rarityBits, hash);
    const place = pattern * 3 + label;
    this.#counts[place] = (this.#counts[place] ?? 0) + pairs;
  }

  finish(): PatternCounts {
    return {
      comparisons: this.#comparisons,
      patterns: this.#size,
      levels: this.#levels.slice(0, this.#size * this.#comparisons),
      rarityBits: this.#rarityBits.slice(0, this.#size),
      counts: this.#counts.slice(0, this.#size * 3),
    };
  }

  #find(codes: LevelCodes, rarityBits: number, hash: number): number {
    const mask = this.#table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const pattern = (this.#table[slot] ?? 0) - 1;
      if (pattern < 0) return this.#append(codes, rarityBits, { hash, slot });
      if (this.#hashes[pattern] === hash && this.#isAt(pattern, codes, rarityBits)) return pattern;
    }
  }

  #isAt(pattern: number, codes: LevelCodes, rarityBits: number): boolean {
    if (this.#rarityBits[pattern] !== rarityBits) return false;
    const start = pattern * this.#comparisons;
    for (let at = 0; at < this.#comparisons; at += 1) {
      if (this.#levels[start + at] !== levelOf(codes[at] ?? 0)) return false;
    }
    return true;
  }

  #append(
    codes: LevelCodes,
    rarityBits: number,
    { hash, slot }: { readonly hash: number; readonly slot: number },
  ): number {
    const pattern = this.#size;
    this.#size += 1;
    if (this.#size > this.#hashes.length) this.#grow();
    this.#table[slot] = pattern + 1;
    this.#hashes[pattern] = hash;
    this.#rarityBits[pattern] = rarityBits;
    const start = pattern * this.#comparisons;
    for (let at = 0; at < this.#comparisons; at += 1) {
      this.#levels[start + at] = levelOf(codes[at] ?? 0);
    }
    if (this.#size * 2 > this.#table.length) this.#rehash();
    return pattern;
  }

  #grow(): void {
    this.#hashes = doubled(this.#hashes);
    this.#rarityBits = doubled(this.#rarityBits);
    this.#counts = doubled(this.#counts);
    const levels = new Uint8Array(this.#levels.length * 2);
    levels.set(this.#levels);
    this.#levels = levels;
  }

  #rehash(): void {
    this.#table = new Int32Array(this.#table.length * 4);
    const mask = this.#table.length - 1;
    for (let pattern = 0; pattern < this.#size; pattern += 1) {
      let slot = (this.#hashes[pattern] ?? 0) & mask;
      while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
      this.#table[slot] = pattern + 1;
    }
  }
}
