import { joinComparedPairs, prepareComparison } from "../dedupe/compare-pairs.ts";
import { defaultModel } from "../dedupe/default-model.ts";
import { findPackedDuplicates, type SearchOptions } from "../dedupe/find-duplicates.ts";
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
  const { model = defaultModel(packed.entity), recall = "normal" } = options;
  const { granularity = "branch", rules = {}, decisions, learns = true } = options;
  const given = prepareComparison(packed, { model, recall, granularity, rules });
  const prepared = learns ? withTrainedModel(given) : given;
  const ranges = evenRanges(packed.size, pool.parts);
  const parts = await pool.askAll(
    "compare",
    ranges.map(([from, to]) => ({ prepared, from, to })),
  );
  return resolveClusters(prepared, joinComparedPairs(parts), decisions);
}

/** `evenRanges(10, 3)` -> [[0, 4], [4, 8], [8, 10]] */
export function evenRanges(size: number, parts: number): [from: number, to: number][] {
  const step = Math.max(1, Math.ceil(size / parts));
  const starts = Array.from({ length: Math.ceil(size / step) }, (_, at) => at * step);
  return starts.map((from) => [from, Math.min(size, from + step)]);
}
