import {
  evaluateClusters as compare,
  evaluatePairs,
  type Assignment,
  type LabelledPair,
} from "../dedupe/evaluate.ts";
import { GoldpanError } from "../errors.ts";
import type { EvaluationResult } from "../report/evaluation-text.ts";
import { readAssignment, readLabels } from "./evaluating/read-labels.ts";

export interface EvaluationQuestion {
  /** `record,cluster`, as `dedupe` writes it; else the clusters of a project. */
  readonly clusters: string | ReadonlyMap<string, string>;
  /** `record,entity`, or `left,right,same`. */
  readonly labelsPath: string;
}

/**
 * How good clusters are by what people know: pairs and records (B-cubed) where every record has an
 * entity, pairs alone where pairs are labelled. What only one side knows does not count, and is
 * counted. Throws DEDUPE_LABELS_NOT_READ, DEDUPE_LABELS_ELSEWHERE, DEDUPE_ID_NOT_UNIQUE.
 */
export async function evaluateClusters({
  clusters: wanted,
  labelsPath,
}: EvaluationQuestion): Promise<EvaluationResult> {
  const clusters =
    typeof wanted === "string" ? await readAssignment(wanted, ["record", "cluster"]) : wanted;
  const labels = await readLabels(labelsPath);
  const result = Array.isArray(labels)
    ? judgePairs(clusters, labels)
    : judgeEntities(clusters, labels);
  if (result.records > 0) return result;
  const named = typeof wanted === "string" ? wanted : ".goldpan";
  throw new GoldpanError("DEDUPE_LABELS_ELSEWHERE", { file: labelsPath, clusters: named });
}

function judgeEntities(clusters: Assignment, entities: Assignment): EvaluationResult {
  const { records, pairs, bCubed } = compare(clusters, entities);
  const [labelled, clustered] = [entities.size, clusters.size];
  return {
    records,
    pairs,
    bCubed,
    labelsWithoutCluster: labelled - records,
    recordsWithoutLabel: clustered - records,
  };
}

function judgePairs(clusters: Assignment, labels: readonly LabelledPair[]): EvaluationResult {
  const known = labels.filter(({ left, right }) => clusters.has(left) && clusters.has(right));
  const records = new Set(known.flatMap(({ left, right }) => [left, right])).size;
  return {
    records,
    pairs: evaluatePairs(clusters, known),
    labelsWithoutCluster: labels.length - known.length,
    recordsWithoutLabel: clusters.size - records,
  };
}
