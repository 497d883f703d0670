/** Whether an id stands in more than one place; now and then one that does not, never the reverse. */
export type IsRepeated = (entity: string, id: string) => boolean;

/**
 * Finds ids that occur twice with eight bytes an id: a set of strings would grow with the data, and
 * one that is taken for repeated by accident only costs a second look.
 */
export class IdCounter {
  #hashes = new Float64Array(1024);
  #size = 0;

  add(entity: string, id: string): void {
    if (this.#size === this.#hashes.length) {
      const larger = new Float64Array(this.#size * 2);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#hashes[this.#size] = hashOf(entity, id);
    this.#size += 1;
  }

  /** The ids as numbers, for `addHashes` of another counter. */
  hashes(): Float64Array {
    return this.#hashes.slice(0, this.#size);
  }

  /** Adds the ids that another counter saw. */
  addHashes(hashes: Float64Array): void {
    const larger = new Float64Array(this.#size + hashes.length);
    larger.set(this.#hashes.subarray(0, this.#size));
    larger.set(hashes, this.#size);
    this.#hashes = larger;
    this.#size = larger.length;
  }

  /** The numbers that stand twice, sorted. */
  repeated(): Float64Array {
    const sorted = this.#hashes.subarray(0, this.#size).sort();
    return sorted.filter((hash, at) => hash === sorted[at - 1]);
  }
}

/** The test for the ids whose numbers `repeated` gave. */
export function isAmong(repeated: Float64Array): IsRepeated {
  if (repeated.length === 0) return () => false;
  return (entity, id) => includes(repeated, hashOf(entity, id));
}

/** 52 bits: exact as a number. */
function hashOf(entity: string, id: string): number {
  let [high, low] = [0x811c9dc5, 0x1000193];
  for (const text of [entity, id]) {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      high = Math.imul(high ^ unit, 0x01000193);
      low = Math.imul(low ^ (unit + at), 0x85ebca6b);
      low ^= low >>> 13;
    }
  }
  return (high >>> 0) * 0x100000 + ((low >>> 0) & 0xfffff);
}

function includes(sorted: Float64Array, wanted: number): boolean {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === wanted;
}
