import type { MatchModel } from "../dedupe/match-model.ts";
import type { DedupeResult } from "../dedupe/resolve-clusters.ts";
import type { EntityName } from "../model/entity.ts";
import type { DedupeCounts } from "../report/dedupe-summary.ts";

export type { DedupeCounts } from "../report/dedupe-summary.ts";

/** What the search for duplicates did with the records of an entity, in numbers. */
export function dedupeCounts(
  entity: EntityName,
  { report, clusters }: DedupeResult,
  thresholds: MatchModel["thresholds"],
): DedupeCounts {
  const inGolden = clusters.reduce((sum, { members }) => sum + members.length, 0);
  return {
    entity,
    records: report.records,
    candidatePairs: report.candidatePairs,
    match: report.matches,
    possible: report.possible,
    duplicateClusters: clusters.filter(({ members }) => members.length > 1).length,
    golden: clusters.length,
    inGolden,
    archived: 0,
    rejected: 0,
    matchAtMilliBits: thresholds.match,
    possibleAtMilliBits: thresholds.possible,
  };
}

/** `contracts.md` 5: records = members of golden records + archived + rejected. */
export function assertConserved(counts: DedupeCounts, records: number): void {
  const { entity, inGolden, archived, rejected } = counts;
  if (counts.records !== records || records !== inGolden + archived + rejected)
    throw new Error(
      `${records} records of ${entity}, of them ${inGolden} in golden records, ${archived} archived, ${rejected} rejected`,
    );
}
