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

/** By so much a record is searched faster than it is read: threads are worth their start later. */
const easier = 2;

/** `findPackedDuplicates` with the pairs spread over workers; the same result to the byte. */
export async function searchDuplicates(
  packed: PackedRecords,
  options: SearchOptions,
  pool: WorkerPool,
): Promise<DedupeResult> {
  if (!pool.isWorthIt(packed.size / easier)) return findPackedDuplicates(packed, options);
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
  const lists = dealFamilies(blockingKeys(table, recall, granularity).length, pool.size * 2);
  const parts = await pool.askAll(
    "post",
    lists.map((families) => ({ laidOut, keys: { recall, granularity }, families })),
  );
  const posted = parts.flatMap((part, list) =>
    part.map((postings, at) => ({ postings, place: lists[list]?.[at] ?? 0 })),
  );
  const inOrder = posted.toSorted((a, b) => a.place - b.place).map(({ postings }) => postings);
  return { ...options, table, traits, postings: joinFamilies(inOrder, packed.size) };
}

/** Families dealt out like cards, the last ones first, for they have the most keys: `dealFamilies(5, 2)` -> [[4, 2, 0], [3, 1]] */
function dealFamilies(families: number, hands: number): number[][] {
  const places = Array.from({ length: families }, (_, at) => families - 1 - at);
  return Array.from({ length: Math.min(hands, families) }, (_, hand) =>
    places.filter((_place, at) => at % hands === hand),
  );
}

/** `evenRanges(10, 3)` -> [[0, 4], [4, 8], [8, 10]] */
export function evenRanges(size: number, parts: number): [from: number, to: number][] {
  const step = Math.max(1, Math.ceil(size / parts));
  const starts = Array.from({ length: Math.ceil(size / step) }, (_, at) => at * step);
  return starts.map((from) => [from, Math.min(size, from + step)]);
}
