import {
  dimensions,
  type CheckResult,
  type Dimension,
  type DimensionScores,
} from "../model/scorecard.ts";

/** How much each dimension weighs in the score (`quality-and-migration.md` E8). */
export const dimensionWeights: Readonly<Record<Dimension, number>> = {
  completeness: 30,
  validity: 20,
  uniqueness: 20,
  freshness: 15,
  consistency: 15,
};

const millionth = 1_000_000;

/** The pass rate of a check in tenths of a point, rounded down: 1000 only when nothing failed. */
export function passRate({ applicable, passed }: CheckResult): number | null {
  return applicable === 0 ? null : Math.floor((passed * 1000) / applicable);
}

/**
 * Scores of one group from its checks: per dimension the weighted mean of the pass rates, over all
 * the weighted mean of the measured dimensions. Rates, not counts, so that an easy check on many
 * values cannot drown the rest. Integers, rounded down; null where nothing was measured.
 */
export function dimensionScores(records: number, checks: readonly CheckResult[]): DimensionScores {
  // Built from the list of all dimensions, so every one is present.
  const byDimension = Object.fromEntries(
    dimensions.map((each) => [each, scoreOf(checks.filter(({ dimension }) => dimension === each))]),
  ) as Record<Dimension, number | null>;
  const parts = dimensions.map((each) => ({
    weight: dimensionWeights[each],
    value: byDimension[each],
  }));
  return { records, dimensions: byDimension, score: weightedMean(parts) };
}

/** Share of the weight of all dimensions that was measured, 0..1000. */
export function coveragePerMille({ dimensions: scores }: DimensionScores): number {
  const all = dimensions.reduce((sum, each) => sum + dimensionWeights[each], 0);
  const measured = dimensions
    .filter((each) => scores[each] !== null)
    .reduce((sum, each) => sum + dimensionWeights[each], 0);
  return Math.floor((measured * 1000) / all);
}

function scoreOf(checks: readonly CheckResult[]): number | null {
  const rates = checks.map(({ weight, applicable, passed }) => ({
    weight,
    value: applicable === 0 ? null : Math.floor((passed * millionth) / applicable),
  }));
  const mean = weightedMean(rates);
  return mean === null ? null : Math.floor((mean * 1000) / millionth);
}

function weightedMean(
  parts: readonly { readonly weight: number; readonly value: number | null }[],
): number | null {
  let [sum, weights] = [0, 0];
  for (const { weight, value } of parts) {
    if (value === null) continue;
    sum += weight * value;
    weights += weight;
  }
  return weights === 0 ? null : Math.floor(sum / weights);
}
