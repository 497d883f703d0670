import { thresholdsOf } from "../dedupe/judge-pair.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import { clusterSizes, type DedupeResult } from "../dedupe/resolve-clusters.ts";
import type { DedupeCounts } from "../report/dedupe-summary.ts";

export type { DedupeCounts } from "../report/dedupe-summary.ts";

/** What the search for duplicates did with the records of an entity, in numbers. */
export function dedupeCounts(
  packed: PackedRecords,
  { report, roots, model }: DedupeResult,
): DedupeCounts {
  const thresholds = thresholdsOf({ packed }, model);
  const sizes = clusterSizes(roots).filter((size) => size > 0);
  return {
    entity: packed.entity,
    records: report.records,
    candidatePairs: report.candidatePairs,
    match: report.matches,
    possible: report.possible,
    questions: report.questions,
    weakBridges: report.weakBridges,
    duplicateClusters: sizes.filter((size) => size > 1).length,
    golden: sizes.length,
    inGolden: sizes.reduce((sum, size) => sum + size, 0),
    archived: 0,
    rejected: 0,
    matchAtMilliBits: thresholds.match,
    possibleAtMilliBits: thresholds.possible,
    keys: report.keys,
    ...(report.learned !== undefined && { learned: report.learned }),
  };
}

/**
 * `contracts.md` 5: records = members of golden records + archived + rejected. `stored` is what was
 * counted where the records and the golden records lie.
 */
export function assertConserved(
  counts: DedupeCounts,
  stored: { readonly records: number; readonly golden: number },
): void {
  const { entity, records, golden, inGolden, archived, rejected } = counts;
  const isWhole = records === stored.records && records === inGolden + archived + rejected;
  if (isWhole && golden === stored.golden) return;
  const found = JSON.stringify({ ...stored, inGolden, archived, rejected });
  throw new Error(`${records} records of ${entity} became ${golden} golden ones, but ${found}`);
}
