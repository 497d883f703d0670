import type { Decision } from "../model/golden.ts";
import { byCodePoint } from "../text/code-point.ts";
import { recordIdAt, type PackedRecords } from "./packed-records.ts";

/** H9: what a person decided about two records that both are in the table. */
export interface DecidedPair {
  readonly left: number;
  readonly right: number;
  readonly same: boolean;
}

/** The decisions in force, by position in the table: of two on one pair the later one counts. */
export function findDecidedPairs(
  packed: PackedRecords,
  decisions: readonly Decision[],
): DecidedPair[] {
  const latest = new Map<string, DecidedPair>();
  for (const decision of decisions.toSorted((left, right) => left.id - right.id)) {
    const left = findRecord(packed, decision.left);
    const right = findRecord(packed, decision.right);
    if (left < 0 || right < 0 || left === right) continue;
    const pair = { left: Math.min(left, right), right: Math.max(left, right), same: decision.same };
    latest.set(`${pair.left} ${pair.right}`, pair);
  }
  return [...latest.values()].sort((a, b) => a.left - b.left || a.right - b.right);
}

/** Position of a record by its id, -1 when the table has none; records are sorted by id. */
export function findRecord(packed: PackedRecords, id: string): number {
  let low = 0;
  let high = packed.size - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = byCodePoint(recordIdAt(packed, middle), id);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
