import { forEachCandidatePair } from "../../src/dedupe/blocking-keys/candidate-pairs.ts";
import { meetingsOf, type PreparedComparison } from "../../src/dedupe/compare-pairs.ts";
import { createJudge } from "../../src/dedupe/judge-pair.ts";
import { columnOf } from "../../src/dedupe/packed-records.ts";
import { createComponents } from "./connected-components.ts";
import type { Labels } from "./dataset.ts";
import { measureClusters, type Shares } from "./quality.ts";
import { stringMeasures, type StringMeasure } from "./string-measures.ts";

/** How a simple way of finding duplicates does on the same table. */
export interface Baseline {
  readonly name: string;
  /** The threshold with the best F1, which nobody knows beforehand; undefined where there is none. */
  readonly threshold?: number;
  readonly pairs: Shares;
}

const thresholds = Array.from({ length: 26 }, (_, at) => 0.5 + at * 0.02);

/**
 * Exact names, and each string measure at its own best threshold with connected components. The
 * measures get the candidates of the engine for nothing, which is more than they would find.
 */
export function measureBaselines(prepared: PreparedComparison, labels: Labels): Baseline[] {
  const { packed } = prepared.table;
  const exact = { name: "equal folded name", pairs: measureExact(prepared, labels) };
  const pairs = listCandidates(prepared);
  const measured = Object.entries(stringMeasures(packed)).map(([name, measure]) =>
    bestThreshold(name, measure, pairs, labels),
  );
  return [exact, ...measured];
}

function measureExact({ table: { packed } }: PreparedComparison, labels: Labels): Shares {
  const { values } = columnOf(packed, "name");
  const first = new Int32Array(columnOf(packed, "name").counts.length).fill(-1);
  const roots = values.map((name, record) => {
    if (name === 0) return record;
    if (first[name] === -1) first[name] = record;
    return first[name] ?? record;
  });
  return measureClusters(roots, labels).pairs;
}

interface Pairs {
  readonly size: number;
  readonly lefts: number[];
  readonly rights: number[];
}

function listCandidates(prepared: PreparedComparison): Pairs {
  const { table } = prepared;
  const { order, stride } = table;
  const meetings = meetingsOf(prepared);
  const { judgeWeak } = createJudge(table, prepared);
  const pairs = { size: order.length, lefts: [] as number[], rights: [] as number[] };
  forEachCandidatePair(meetings, 0, order.length, (left, right, family) => {
    const needsNames = meetings.keys[family]?.needsNames === true;
    if (needsNames && judgeWeak(left * stride, right * stride) === undefined) return;
    pairs.lefts.push(order[left] ?? 0);
    pairs.rights.push(order[right] ?? 0);
  });
  return pairs;
}

function bestThreshold(
  name: string,
  measure: StringMeasure,
  { size, lefts, rights }: Pairs,
  labels: Labels,
): Baseline {
  const similarities = Float32Array.from(lefts, (left, at) => measure(left, rights[at] ?? 0));
  const tried = thresholds.map((threshold): Baseline => {
    const components = createComponents(size);
    for (const [at, left] of lefts.entries()) {
      if ((similarities[at] ?? 0) >= threshold) components.join(left, rights[at] ?? 0);
    }
    const rounded = Math.round(threshold * 100) / 100;
    return { name, threshold: rounded, pairs: measureClusters(components.roots(), labels).pairs };
  });
  return tried.reduce((best, each) => (each.pairs.f1 > best.pairs.f1 ? each : best));
}
