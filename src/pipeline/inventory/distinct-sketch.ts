import type { DistinctCount } from "../../model/inventory.ts";
import { hashSpace } from "../../text/text-hash.ts";

/** Hashes that were kept: all below `limit`; exact while nothing was thrown away. */
export interface Distinct {
  /** Ascending. */
  readonly hashes: Float64Array;
  readonly limit: number;
}

const firstSlots = 64;
const empty = -1;

/**
 * Counts different values in bounded memory: the `keep` smallest of their hashes are enough to say
 * how many there are (Bar-Yossef and others 2002, bottom-k sketch). Exact up to `keep` values, then
 * an estimate with a standard error of 1 / sqrt(keep). The order of the values does not matter.
 */
export class DistinctSketch {
  private readonly keep: number;
  private slots = new Float64Array(firstSlots).fill(empty);
  private size = 0;
  private limit = hashSpace;

  constructor(keep: number) {
    this.keep = keep;
  }

  add(hash: number): void {
    if (hash >= this.limit || !this.place(hash)) return;
    this.size += 1;
    if (this.size > this.keep * 2) this.prune();
    else if (this.size * 2 > this.slots.length) this.resize(this.kept(), this.slots.length * 2);
  }

  /** What was seen so far; the sketch may be thrown away. */
  distinct(): Distinct {
    if (this.size > this.keep) this.prune();
    return { hashes: this.kept().sort(), limit: this.limit };
  }

  private place(hash: number): boolean {
    const mask = this.slots.length - 1;
    let at = hash & mask;
    for (let found = this.slots[at]; found !== empty; found = this.slots[at]) {
      if (found === hash) return false;
      at = (at + 1) & mask;
    }
    this.slots[at] = hash;
    return true;
  }

  private kept(): Float64Array<ArrayBuffer> {
    return this.slots.filter((hash) => hash !== empty);
  }

  private prune(): void {
    const all = this.kept().sort();
    this.limit = all[this.keep] ?? this.limit;
    this.resize(all.subarray(0, this.keep), this.slots.length);
  }

  private resize(hashes: Float64Array, slots: number): void {
    this.slots = new Float64Array(slots).fill(empty);
    this.size = hashes.length;
    for (const hash of hashes) this.place(hash);
  }
}

/** How many different values stand behind the hashes. */
export function countOf({ hashes, limit }: Distinct): DistinctCount {
  return scaled(hashes.length, limit);
}

/** Different values that both have. */
export function sharedCount(left: Distinct, right: Distinct): DistinctCount {
  const limit = Math.min(left.limit, right.limit);
  let [at, shared] = [0, 0];
  for (const hash of left.hashes) {
    if (hash >= limit) break;
    while ((right.hashes[at] ?? limit) < hash) at += 1;
    if (right.hashes[at] === hash) shared += 1;
  }
  return scaled(shared, limit);
}

/** In how many of several sets each value is. */
export interface Presence {
  readonly setsByHash: ReadonlyMap<number, number>;
  readonly limit: number;
}

/** Counts for every value the sets that have it. */
export function presenceIn(sets: readonly Distinct[]): Presence {
  const limit = Math.min(hashSpace, ...sets.map((set) => set.limit));
  const setsByHash = new Map<number, number>();
  for (const { hashes } of sets) {
    for (const hash of hashes) {
      if (hash >= limit) break;
      setsByHash.set(hash, (setsByHash.get(hash) ?? 0) + 1);
    }
  }
  return { setsByHash, limit };
}

/** Different values over all sets. */
export function unionCount({ setsByHash, limit }: Presence): DistinctCount {
  return scaled(setsByHash.size, limit);
}

/** Different values of one of the sets that no other set has. */
export function onlyInOne({ hashes }: Distinct, { setsByHash, limit }: Presence): DistinctCount {
  return scaled(hashes.filter((hash) => setsByHash.get(hash) === 1).length, limit);
}

function scaled(kept: number, limit: number): DistinctCount {
  if (limit === hashSpace) return { count: kept, exact: true };
  return { count: Math.round((kept * hashSpace) / limit), exact: false };
}
