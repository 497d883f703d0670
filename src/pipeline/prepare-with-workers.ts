import { blockingKeys } from "../dedupe/blocking-keys/entity-keys.ts";
import { withMeetings, type Postings } from "../dedupe/blocking-keys/join-families.ts";
import type { FamilyPostings } from "../dedupe/blocking-keys/postings.ts";
import { roomForMeetings } from "../dedupe/blocking-keys/row-meetings.ts";
import type { ComparisonOptions, PreparedComparison } from "../dedupe/compare-pairs.ts";
import { sharedInts } from "../dedupe/growing-array.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import { layOutWithWorkers } from "./lay-out-with-workers.ts";
import { dealFamilies, evenRanges, takeBack } from "./share-out.ts";
import type { WorkerPool } from "./workers/worker-pool.ts";

/** `prepareComparison` with the rows and the families of keys spread over workers. */
export async function prepareWithWorkers(
  packed: PackedRecords,
  options: ComparisonOptions,
  pool: WorkerPool,
): Promise<PreparedComparison> {
  const laidOut = await layOutWithWorkers(packed, pool);
  const { table, traits } = laidOut;
  const { recall, granularity } = options;
  const lists = dealFamilies(blockingKeys(table, recall, granularity).length, pool.size * 2);
  const parts = await pool.shareAll(
    "post",
    lists.map((families) => ({ laidOut, keys: { recall, granularity }, families })),
  );
  const postings = await joinWithWorkers(takeBack(lists, parts), packed.size, pool);
  return { ...options, table, traits, postings };
}

/** `joinFamilies` with the meetings of the rows turned around by workers, a range each. */
async function joinWithWorkers(
  families: readonly FamilyPostings[],
  size: number,
  pool: WorkerPool,
): Promise<Postings> {
  const turned = { families, form: "pairs" } as const;
  const ranges = evenRanges(size, pool.size).map(([from, to]) => ({ from, to }));
  const counts = sharedInts(size + 1);
  await pool.shareAll(
    "countMeetings",
    ranges.map((range) => ({ turned, counts, range })),
  );
  const meetings = roomForMeetings(counts);
  await pool.shareAll(
    "placeMeetings",
    ranges.map((range) => ({ turned, meetings, range })),
  );
  return withMeetings(families, meetings);
}
