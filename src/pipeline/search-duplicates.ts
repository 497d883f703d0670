import { blockingKeys } from "../dedupe/blocking-keys/entity-keys.ts";
import { joinFamilies } from "../dedupe/blocking-keys/join-families.ts";
import {
  joinComparedPairs,
  layOutForComparison,
  type ComparisonOptions,
  type PreparedComparison,
} from "../dedupe/compare-pairs.ts";
import {
  completeOptions,
  findPackedDuplicates,
  type SearchOptions,
} from "../dedupe/find-duplicates.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import { resolveClusters, type DedupeResult } from "../dedupe/resolve-clusters.ts";
import { withTrainedModel } from "../dedupe/train/train-model.ts";
import type { WorkerPool } from "./workers/worker-pool.ts";

/** `findPackedDuplicates` with the pairs spread over workers; the same result to the byte. */
export async function searchDuplicates(
  packed: PackedRecords,
  options: SearchOptions,
  pool: WorkerPool,
): Promise<DedupeResult> {
  if (!pool.isWorthIt(packed.size)) return findPackedDuplicates(packed, options);
  const complete = completeOptions(packed, options);
  const { model, recall, granularity, rules, learns, uniqueWithin, decisions } = complete;
  const given = await prepareWithWorkers(packed, { model, recall, granularity, rules }, pool);
  const prepared = learns ? withTrainedModel(given, complete) : given;
  const ranges = evenRanges(packed.size, pool.parts);
  const parts = await pool.askAll(
    "compare",
    ranges.map(([from, to]) => ({ prepared, from, to })),
  );
  return resolveClusters({ ...prepared, uniqueWithin }, joinComparedPairs(parts), decisions);
}

/** `prepareComparison` with the families of keys spread over workers. */
async function prepareWithWorkers(
  packed: PackedRecords,
  options: ComparisonOptions,
  pool: WorkerPool,
): Promise<PreparedComparison> {
  const laidOut = layOutForComparison(packed);
  const { table, traits } = laidOut;
  const { recall, granularity } = options;
  // The last families have the most keys, so they are asked for first.
  const places = blockingKeys(table, recall, granularity).map((_, at, all) => all.length - 1 - at);
  const parts = await pool.askAll(
    "post",
    places.map((family) => ({ laidOut, keys: { recall, granularity }, family })),
  );
  const postings = joinFamilies(parts.toReversed(), packed.size);
  return { ...options, table, traits, postings };
}

/** `evenRanges(10, 3)` -> [[0, 4], [4, 8], [8, 10]] */
export function evenRanges(size: number, parts: number): [from: number, to: number][] {
  const step = Math.max(1, Math.ceil(size / parts));
  const starts = Array.from({ length: Math.ceil(size / step) }, (_, at) => at * step);
  return starts.map((from) => [from, Math.min(size, from + step)]);
}
