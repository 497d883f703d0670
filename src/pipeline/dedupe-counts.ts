import { thresholdsOf } from "../dedupe/judge-pair.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import { clusterSizes } from "../dedupe/cluster/cluster-sizes.ts";
import { intAt } from "../dedupe/element-at.ts";
import type { DedupeResult } from "../dedupe/resolve-clusters.ts";
import type { DedupeCounts } from "../report/dedupe-summary.ts";

export type { DedupeCounts } from "../report/dedupe-summary.ts";

/** What the search for duplicates did with the records of an entity, in numbers. */
export function dedupeCounts(
  packed: PackedRecords,
  { report, roots, model }: DedupeResult,
): DedupeCounts {
  const thresholds = thresholdsOf({ packed }, model);
  return {
    entity: packed.entity,
    records: report.records,
    candidatePairs: report.candidatePairs,
    match: report.matches,
    possible: report.possible,
    questions: report.questions,
    weakBridges: report.weakBridges,
    ...countGolden(roots),
    archived: 0,
    rejected: 0,
    matchAtMilliBits: thresholds.match,
    possibleAtMilliBits: thresholds.possible,
    keys: report.keys,
    ...(report.learned !== undefined && { learned: report.learned }),
  };
}

function countGolden(
  roots: Int32Array,
): Pick<DedupeCounts, "duplicateClusters" | "golden" | "inGolden"> {
  const sizes = clusterSizes(roots);
  let [duplicateClusters, golden, inGolden] = [0, 0, 0];
  for (let root = 0; root < sizes.length; root += 1) {
    const size = intAt(sizes, root);
    if (size > 0) golden += 1;
    if (size > 1) duplicateClusters += 1;
    inGolden += size;
  }
  return { duplicateClusters, golden, inGolden };
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
