import {
  dimensions,
  type Dimension,
  type DimensionScores,
  type GroupChange,
  type Scorecard,
  type ScoreChange,
} from "../model/scorecard.ts";
import { byCodePoint } from "../text/code-point.ts";

/** As much of an earlier scorecard as is compared. */
export type EarlierScorecard = Pick<Scorecard, "asOf" | "model" | "total"> & {
  readonly groups: readonly Pick<Scorecard["groups"][number], "by" | "value" | "score">[];
};

/**
 * What changed since an earlier scorecard, in tenths of a point: 812 against 790 -> +22. A score
 * that was not measured on both sides has no change. Groups that are in both come most improved first.
 */
export function compareScorecards(
  now: Scorecard,
  before: EarlierScorecard,
  against: string,
): ScoreChange {
  const changes = dimensions.map((each) => [each, dimensionChange(now, before, each)]);
  return {
    against,
    asOf: before.asOf,
    sameModel: now.model === before.model,
    records: now.total.records - before.total.records,
    score: changeOf(now.total, before.total),
    // Built from the list of all dimensions, so every one is present.
    dimensions: Object.fromEntries(changes) as Record<Dimension, number | null>,
    groups: groupChanges(now, before),
  };
}

function dimensionChange(
  now: Scorecard,
  before: EarlierScorecard,
  dimension: Dimension,
): number | null {
  const [left, right] = [now.total.dimensions[dimension], before.total.dimensions[dimension]];
  return left === null || right === null ? null : left - right;
}

type Scored = Pick<DimensionScores, "score">;

function changeOf(now: Scored, before: Scored): number | null {
  return now.score === null || before.score === null ? null : now.score - before.score;
}

function groupChanges(now: Scorecard, before: EarlierScorecard): GroupChange[] {
  const earlier = new Map(before.groups.map((group) => [`${group.by}\n${group.value}`, group]));
  return now.groups
    .flatMap((group) => {
      const old = earlier.get(`${group.by}\n${group.value}`);
      const change = old === undefined ? null : changeOf(group, old);
      return change === null ? [] : [{ by: group.by, value: group.value, change }];
    })
    .toSorted(
      (a, b) => byCodePoint(a.by, b.by) || b.change - a.change || byCodePoint(a.value, b.value),
    );
}
