import { GoldpanError } from "../errors.ts";
import type { CheckResult, DimensionScores, GateResult, GroupScore } from "../model/scorecard.ts";
import { parseMetric, type Metric } from "./metric.ts";
import type { GateSettings } from "./settings.ts";

/** The part of a scorecard that gates look at. */
export interface Measured {
  readonly total: DimensionScores;
  readonly checks: readonly CheckResult[];
  readonly groups: readonly GroupScore[];
}

/**
 * What each gate asked for, what there was, and whether it holds, in the order of the settings. A
 * gate with `by` shows the worst of the groups that were measured. Where nothing was measured the
 * gate does not pass: one that cannot be judged must be seen. Throws SCORE_UNKNOWN_METRIC.
 */
export function evaluateGates(
  measured: Measured,
  gates: readonly GateSettings[],
): readonly GateResult[] {
  return gates.map((gate) => evaluateGate(measured, gate));
}

function evaluateGate(measured: Measured, gate: GateSettings): GateResult {
  const metric = parseMetric(gate.metric);
  if (metric === undefined) {
    throw new GoldpanError("SCORE_UNKNOWN_METRIC", { metric: gate.metric });
  }
  const worst = worstOf(readingsOf(measured, gate, metric), gate);
  return {
    name: gate.name ?? (gate.by === undefined ? gate.metric : `${gate.metric} by ${gate.by}`),
    expected: expectation(gate),
    actual: worst === undefined ? "-" : describe(worst, gate),
    passed: worst !== undefined && margin(worst, gate) >= 0,
    severity: gate.severity,
  };
}

interface Reading {
  readonly group: string;
  readonly tenths: number;
}

function worstOf(readings: readonly Reading[], gate: GateSettings): Reading | undefined {
  return readings.reduce<Reading | undefined>(
    (worst, each) =>
      worst === undefined || margin(each, gate) < margin(worst, gate) ? each : worst,
    undefined,
  );
}

function readingsOf(measured: Measured, { by }: GateSettings, metric: Metric): Reading[] {
  const { total, checks, groups } = measured;
  const scored =
    by === undefined ? [{ value: "", ...total, checks }] : groups.filter((each) => each.by === by);
  return scored.flatMap((each) => {
    const tenths = metric(each);
    return tenths === null ? [] : [{ group: each.value, tenths }];
  });
}

/** How far a reading keeps the limits, negative when it breaks one. */
function margin({ tenths }: Reading, { min = 0, max = 100 }: GateSettings): number {
  return Math.min(tenths - min * 10, max * 10 - tenths);
}

function expectation({ min, max }: GateSettings): string {
  const lower = min === undefined ? [] : [`>= ${min.toFixed(1)}`];
  const upper = max === undefined ? [] : [`<= ${max.toFixed(1)}`];
  return [...lower, ...upper].join(", ");
}

function describe({ group, tenths }: Reading, { by }: GateSettings): string {
  const number = (tenths / 10).toFixed(1);
  return by === undefined ? number : `${number} (${group === "" ? "-" : group})`;
}
