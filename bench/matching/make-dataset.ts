import { tmpdir } from "node:os";
import { join } from "node:path";
import { cachedDataset, type Dataset, type DatasetOptions } from "./dataset.ts";

/** The data set of a benchmark from the folder for temporary files, made there when it is new. */
export function benchDataset(options: DatasetOptions): Dataset {
  return cachedDataset(join(tmpdir(), "goldpan-bench-matching"), options);
}

/**
 * `node --max-old-space-size=10000 bench/matching/make-dataset.ts ROWS SEED` makes one beforehand, so
 * that the memory it takes is none of a measurement's.
 */
if (import.meta.main) {
  const [count = 20_000, seed = 7] = process.argv.slice(2).map(Number);
  benchDataset({ count, seed, isMasked: false });
}
