import type { Compare, Comparison, LevelCodes } from "./comparisons/comparison.ts";
import { weightOf, type WeightTable } from "./weights.ts";

/** Consecutive comparisons with their weights. */
export interface Stage {
  readonly first: number;
  readonly compare: readonly Compare[];
  readonly tables: readonly WeightTable[];
}

/**
 * The comparisons of a pair in the order in which they are made: the first one, which is that of
 * names where there are some; those of parts; those of values that strong keys meet by.
 */
export interface Stages {
  readonly first: Stage;
  readonly parts: Stage;
  readonly keyed: Stage;
}

/** Cuts comparisons, and what belongs to each of them, into stages. */
export function stagesOf(
  comparisons: readonly Comparison[],
  compare: readonly Compare[],
  tables: readonly WeightTable[],
): Stages {
  const keyedFrom = comparisons.findLastIndex(({ isKeyed }) => isKeyed !== true) + 1;
  const partsFrom = Math.min(1, keyedFrom);
  const stage = (first: number, end: number): Stage => ({
    first,
    compare: compare.slice(first, end),
    tables: tables.slice(first, end),
  });
  return {
    first: stage(0, partsFrom),
    parts: stage(partsFrom, keyedFrom),
    keyed: stage(keyedFrom, compare.length),
  };
}

/** What a pair weighs so far, and what its comparisons said. */
interface Weighing {
  readonly codes: LevelCodes;
  weight: number;
}

/** Compares two rows by the comparisons of a stage and adds the weights. */
export function compareStage(
  weighing: Weighing,
  { first, compare, tables }: Stage,
  left: number,
  right: number,
): void {
  const { codes } = weighing;
  let weight = weighing.weight;
  for (let at = 0; at < compare.length; at += 1) {
    const code = compare[at]?.(left, right, codes) ?? 0;
    codes[first + at] = code;
    weight += weightOf(tables[at] ?? noTable, code);
  }
  weighing.weight = weight;
}

const noTable = new Int32Array(0);
