import { forEachCandidatePair } from "../../src/dedupe/blocking-keys/candidate-pairs.ts";
import { clusterPairs } from "../../src/dedupe/cluster/cluster-pairs.ts";
import { weighContests } from "../../src/dedupe/cluster/contested-pairs.ts";
import {
  comparePairsInRange,
  meetingsOf,
  prepareComparison,
  type ComparedPairs,
  type PreparedComparison,
} from "../../src/dedupe/compare-pairs.ts";
import { defaultModel } from "../../src/dedupe/default-model.ts";
import { createJudge, verdicts } from "../../src/dedupe/judge-pair.ts";
import { columnOf } from "../../src/dedupe/packed-records.ts";
import { calibrateModel } from "../../src/dedupe/train/calibrate-model.ts";
import { trainModel, type Training } from "../../src/dedupe/train/train-model.ts";
import type { Dataset, Labels } from "./dataset.ts";
import { measureClusters, pairsOf, shares, sizesOf, type Quality, type Shares } from "./quality.ts";
import { kinSlices, noiseSlices, type Slice } from "./slices.ts";

/** Everything that is measured of one search, but its speed. */
export interface SearchQuality extends Quality {
  readonly candidatesPerRecord: number;
  /** Share of true pairs among the candidates. */
  readonly pairCompleteness: number;
  /** Pairs that are a match by themselves. */
  readonly auto: Shares;
  /** Share of records in a pair that waits for a person. */
  readonly reviewLoad: number;
  readonly clustersWithTwoCodes: number;
  readonly clustersWithTwoBranches: number;
  readonly noise: readonly Slice[];
  readonly kin: readonly Slice[];
  readonly training: Omit<Training, "model">;
}

/** A search on one thread with the truth beside it. */
export interface MeasuredSearch {
  readonly prepared: PreparedComparison;
  readonly roots: Int32Array;
  readonly quality: SearchQuality;
}

/** Searches a data set and measures the result. */
export function measureSearch(
  { packed, labels }: Dataset,
  recall: "normal" | "high",
): MeasuredSearch {
  const model = defaultModel("customer");
  const shipped = prepareComparison(packed, { model, recall, granularity: "branch" });
  const training = trainModel(shipped);
  const { model: learned } = calibrateModel({ ...shipped, model: training.model }, {});
  const prepared = { ...shipped, model: learned };
  const compared = comparePairsInRange(prepared, 0, packed.size);
  const pairs = weighContests(prepared, compared);
  const roots = clusterPairs(prepared, pairs, []);
  const { model: _, ...trained } = training;
  const quality = {
    ...measureClusters(roots, labels),
    ...measureCandidates(prepared, compared, labels),
    ...measureBands(pairs, labels, roots),
    clustersWithTwoCodes: mixedClusters(roots, columnOf(packed, "uscc").values, false),
    clustersWithTwoBranches: mixedClusters(roots, columnOf(packed, "branch").values, true),
    noise: noiseSlices(roots, labels),
    kin: kinSlices(roots, labels),
    training: trained,
  };
  return { prepared, roots, quality };
}

function measureCandidates(
  prepared: PreparedComparison,
  { candidatePairs }: ComparedPairs,
  { company }: Labels,
): Pick<SearchQuality, "candidatesPerRecord" | "pairCompleteness"> {
  const { order, stride } = prepared.table;
  const meetings = meetingsOf(prepared);
  const { judgeWeak } = createJudge(prepared.table, prepared);
  let found = 0;
  forEachCandidatePair(meetings, 0, order.length, (left, right, family) => {
    if (company[order[left] ?? 0] !== company[order[right] ?? 0]) return;
    const needsNames = meetings.keys[family]?.needsNames === true;
    if (!needsNames || judgeWeak(left * stride, right * stride) !== undefined) found += 1;
  });
  const truePairs = pairsOf(sizesOf(company));
  return {
    candidatesPerRecord: candidatePairs / order.length,
    pairCompleteness: found / truePairs,
  };
}

function measureBands(
  { left, right, verdict }: ComparedPairs,
  { company }: Labels,
  roots: Int32Array,
): Pick<SearchQuality, "auto" | "reviewLoad"> {
  const isAsked = new Uint8Array(roots.length);
  let [matches, hits] = [0, 0];
  for (let at = 0; at < left.length; at += 1) {
    const [one, other] = [left[at] ?? 0, right[at] ?? 0];
    if (verdict[at] === verdicts.match) {
      matches += 1;
      if (company[one] === company[other]) hits += 1;
    } else if (verdict[at] === verdicts.possible && roots[one] !== roots[other]) {
      isAsked[one] = 1;
      isAsked[other] = 1;
    }
  }
  const asked = isAsked.reduce((sum, each) => sum + each, 0);
  const auto = shares(hits / Math.max(1, matches), hits / pairsOf(sizesOf(company)));
  return { auto, reviewLoad: asked / roots.length };
}

/** Clusters with two values of a column; no value is one too where `isNoneDifferent`. */
function mixedClusters(roots: Int32Array, values: Int32Array, isNoneDifferent: boolean): number {
  const first = new Int32Array(roots.length).fill(-1);
  const isMixed = new Uint8Array(roots.length);
  for (const [record, root] of roots.entries()) {
    const value = values[record] ?? 0;
    if (value === 0 && !isNoneDifferent) continue;
    if (first[root] === -1) first[root] = value;
    else if (first[root] !== value) isMixed[root] = 1;
  }
  return isMixed.reduce((sum, each) => sum + each, 0);
}
