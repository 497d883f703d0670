import { blockingKeys } from "../dedupe/blocking-keys/entity-keys.ts";
import type { FamilyPostings } from "../dedupe/blocking-keys/postings.ts";
import type { Recall } from "../dedupe/blocking-keys/recall.ts";
import { layOutForComparison, type LaidOutTable } from "../dedupe/compare-pairs.ts";
import { joinLookupIndex, type LookupIndex } from "../dedupe/lookup/candidates.ts";
import type { MatchListsOptions, RankedMatch } from "../dedupe/lookup/match-lists.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import { dealFamilies, evenRanges, takeBack } from "./share-out.ts";
import { indexNames } from "./workers/index-names.ts";
import { matchQueries } from "./workers/match-queries.ts";
import { postLookup } from "./workers/post-lookup.ts";
import type { WorkerPool } from "./workers/worker-pool.ts";

/** The packed rows of both lists, those of the reference list first. */
export interface PackedLists {
  readonly packed: PackedRecords;
  readonly firstQuery: number;
}

/** The ranked references of each query, over all threads; they do not depend on how many there are. */
export async function searchLists(
  lists: PackedLists,
  recall: Recall,
  options: MatchListsOptions,
  pool: WorkerPool,
): Promise<(readonly RankedMatch[])[]> {
  const { packed, firstQuery } = lists;
  const threads = pool.isWorthIt(packed.size) ? pool.size : 1;
  const index = await indexLists(lists, recall, { pool, threads });
  const ranges = evenRanges(packed.size - firstQuery, threads);
  const inputs = ranges.map(([from, to]) => ({
    index,
    options,
    from: firstQuery + from,
    to: firstQuery + to,
  }));
  const apart = pool.askAll("matchQueries", inputs.slice(0, threads - 1));
  const here = inputs.slice(threads - 1).map(matchQueries);
  return [...(await apart), ...here].flat();
}

/** This thread, and the workers beside it. */
interface Threads {
  readonly pool: WorkerPool;
  readonly threads: number;
}

/** Names are indexed by a worker while this thread lays the table out. */
async function indexLists(
  lists: PackedLists,
  recall: Recall,
  { pool, threads }: Threads,
): Promise<LookupIndex> {
  const apart = pool.askAll("indexNames", threads > 1 ? [lists] : []);
  // Whoever is kin may be who is asked for: no pair of it is left out.
  const laidOut = layOutForComparison(lists.packed, lists.packed.size);
  const [names = indexNames(lists)] = await apart;
  const families = await postFamilies(laidOut, recall, { pool, threads });
  return joinLookupIndex(laidOut, lists.firstQuery, names, families);
}

/** The postings of all families of keys in their order, dealt out to the threads. */
async function postFamilies(
  laidOut: LaidOutTable,
  recall: Recall,
  { pool, threads }: Threads,
): Promise<FamilyPostings[]> {
  const hands = dealFamilies(blockingKeys(laidOut.table, recall).length, threads);
  const inputs = hands.map((families) => ({ laidOut, recall, families }));
  const apart = pool.askAll("postLookup", inputs.slice(1));
  const here = inputs.slice(0, 1).map(postLookup);
  return takeBack(hands, [...here, ...(await apart)]);
}
