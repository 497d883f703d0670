import { expect, test } from "vitest";
import type { DimensionScores, GroupScore, Scorecard } from "../model/scorecard.ts";
import { compareScorecards } from "./compare-scorecards.ts";

function scores(records: number, score: number | null, freshness: number | null): DimensionScores {
  const dimensions = {
    completeness: 800,
    validity: 900,
    uniqueness: 1000,
    freshness,
    consistency: null,
  };
  return { records, dimensions, score };
}

const group = (value: string, score: number | null): GroupScore => ({
  by: "department",
  value,
  ...scores(10, score, null),
  checks: [],
});

function scorecard(total: DimensionScores, groups: readonly GroupScore[]): Scorecard {
  return {
    format: "goldpan.scorecard/1",
    entity: "customer",
    on: "golden",
    asOf: "2026-10-31",
    model: "a",
    total,
    checks: [],
    groups,
    gates: [],
    coveragePerMille: 1000,
  };
}

const before = scorecard(scores(100, 790, null), [
  group("华东", 700),
  group("华南", 800),
  group("撤销的部门", 500),
  group("未评分", null),
]);
const now = scorecard(scores(110, 812, 300), [
  group("华东", 760),
  group("华南", 790),
  group("新部门", 900),
  group("未评分", 600),
]);

test("changes are told where both sides were measured, most improved groups first", () => {
  expect(compareScorecards(now, before, "2026-10")).toEqual({
    against: "2026-10",
    asOf: "2026-10-31",
    sameModel: true,
    records: 10,
    score: 22,
    dimensions: {
      completeness: 0,
      validity: 0,
      uniqueness: 0,
      freshness: null,
      consistency: null,
    },
    groups: [
      { by: "department", value: "华东", change: 60 },
      { by: "department", value: "华南", change: -10 },
    ],
  });
});

test("scores by other rules are told apart", () => {
  expect(compareScorecards({ ...now, model: "b" }, before, "2026-10").sameModel).toBe(false);
});
