import { intAt } from "../element-at.ts";
import type { ComparedPairs } from "../compare-pairs.ts";
import { verdicts } from "../judge-pair.ts";
import { recordIdAt, type PackedRecords } from "../packed-records.ts";

/** More systems than this are not told apart: a bit each. */
const mostSystems = 31;

/**
 * A bit for each record of a system whose rows are a customer each (a register, an ERP), 0 for the
 * others; undefined where there is no such system. The system is what an id begins with, up to ":".
 */
export function uniqueSystems(
  packed: PackedRecords,
  systems: readonly string[],
): Int32Array | undefined {
  if (systems.length === 0) return undefined;
  const bits = new Map(systems.slice(0, mostSystems).map((name, at) => [name, 1 << at]));
  return Int32Array.from({ length: packed.size }, (_, record) => {
    const id = recordIdAt(packed, record);
    return bits.get(id.slice(0, Math.max(0, id.indexOf(":")))) ?? 0;
  });
}

/** The pairs with those of one such system told apart: nobody is asked about them. */
export function withoutTwins(pairs: ComparedPairs, systems: Int32Array | undefined): ComparedPairs {
  if (systems === undefined) return pairs;
  const verdict = pairs.verdict.map((each, pair) => {
    const shared =
      intAt(systems, intAt(pairs.left, pair)) & intAt(systems, intAt(pairs.right, pair));
    return shared === 0 ? each : verdicts.nonMatch;
  });
  return { ...pairs, verdict };
}
