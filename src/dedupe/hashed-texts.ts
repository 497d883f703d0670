import { hashUnits, type HashedTexts } from "./text-batch.ts";
import { poolSize, type TextPool } from "./text-pool.ts";

const textsAtOnce = 256;

/** Some texts of a pool with their hashes. */
export interface PooledTexts extends HashedTexts {
  /** The id of the first one in the pool. */
  readonly first: number;
}

/** All texts of a pool, some at a time; each lot is good until the next one comes. */
export function* hashedTexts(pool: TextPool): Generator<PooledTexts> {
  const { units, offsets } = pool;
  const hashes = new Int32Array(textsAtOnce);
  for (let first = 1; first < poolSize(pool); first += textsAtOnce) {
    const count = Math.min(textsAtOnce, poolSize(pool) - first);
    const starts = offsets.subarray(first, first + count + 1);
    for (let at = 0; at < count; at += 1) {
      hashes[at] = hashUnits(units, starts[at] ?? 0, starts[at + 1] ?? 0);
    }
    yield { first, count, hashes, starts, units };
  }
}
