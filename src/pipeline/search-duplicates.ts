import { certify, type Certificate } from "../dedupe/certificate.ts";
import { joinComparedPairs, type PreparedComparison } from "../dedupe/compare-pairs.ts";
import { findDecidedPairs } from "../dedupe/decided-pairs.ts";
import {
  completeOptions,
  findPackedDuplicates,
  type SearchOptions,
} from "../dedupe/find-duplicates.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import { resolveClusters, type DedupeResult } from "../dedupe/resolve-clusters.ts";
import { joinPatternCounts, type PatternCounts } from "../dedupe/train/pattern-counts.ts";
import { withTrainedModel } from "../dedupe/train/train-model.ts";
import { prepareWithWorkers } from "./prepare-with-workers.ts";
import { evenRanges } from "./share-out.ts";
import type { WorkerPool } from "./workers/worker-pool.ts";

/** By so much a record is searched faster than it is read: threads are worth their start later. */
const easier = 5;

/** `findPackedDuplicates` with the pairs spread over workers; the same result to the byte. */
export async function searchDuplicates(
  packed: PackedRecords,
  options: SearchOptions,
  pool: WorkerPool,
): Promise<DedupeResult> {
  const { result } = await searchCertified(packed, options, { pool, isCertified: false });
  return result;
}

/** A search, and what it is worth on this table; undefined where credit codes cannot say. */
export interface CertifiedSearch {
  readonly result: DedupeResult;
  /** May be under way still, so that the result can be put to use meanwhile. */
  readonly certificate: Promise<Certificate | undefined>;
}

export interface Certifying {
  readonly pool: WorkerPool;
  readonly isCertified: boolean;
}

/** The same with the certificate, where that is wanted; it is made while clusters are. */
export async function searchCertified(
  packed: PackedRecords,
  options: SearchOptions,
  { pool, isCertified }: Certifying,
): Promise<CertifiedSearch> {
  const decided = findDecidedPairs(packed, options.decisions ?? []);
  if (!pool.isWorthIt(packed.size / easier)) {
    const result = findPackedDuplicates(packed, options);
    const certificate = isCertified ? certify(result.prepared, decided) : undefined;
    return { result, certificate: Promise.resolve(certificate) };
  }
  const complete = completeOptions(packed, options);
  const { model, recall, granularity, rules, learns, uniqueWithin, decisions } = complete;
  const given = await prepareWithWorkers(packed, { model, recall, granularity, rules }, pool);
  const patterns = learns ? await countWithWorkers(given, pool) : undefined;
  const trained = learns ? withTrainedModel(given, complete, patterns) : given;
  const prepared = { ...trained, uniqueWithin };
  const ranges = evenRanges(packed.size, pool.parts);
  const parts = pool.shareAll(
    "compare",
    ranges.map(([from, to]) => ({ prepared, from, to })),
  );
  // Clusters are made by this thread alone, so the certificate comes last: a worker has time then.
  const certificate = pool
    .askBeside("certify", isCertified ? [{ prepared, decided }] : [])
    .then(([only]) => only);
  // Whoever waits for it gets the error; until then nobody does.
  certificate.catch(() => undefined);
  const compared = joinComparedPairs(await parts);
  return { result: resolveClusters(prepared, compared, decisions), certificate };
}

/** `countPatterns` of all pairs, spread over threads. */
async function countWithWorkers(
  prepared: PreparedComparison,
  pool: WorkerPool,
): Promise<PatternCounts> {
  const ranges = evenRanges(prepared.table.order.length, pool.parts);
  const inputs = ranges.map(([from, to]) => ({ prepared, from, to }));
  return joinPatternCounts(await pool.shareAll("countPatterns", inputs));
}
