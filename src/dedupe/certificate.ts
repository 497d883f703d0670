import {
  truePairsByKey,
  type KeyQuestion,
  type TruePairsByKey,
} from "./blocking-keys/true-pairs-by-key.ts";
import { evaluateClusters } from "./evaluate.ts";
import { sharedInts } from "./growing-array.ts";
import { columnOf, recordIdAt, type PackedColumn, type PackedRecords } from "./packed-records.ts";
import type { DedupeResult } from "./resolve-clusters.ts";
import type { Estimate } from "./wilson.ts";

/**
 * What a search for duplicates is worth on this very table, measured on the companies whose credit
 * code is known: the search is repeated with the codes hidden, and the codes say what it should
 * have found. The search itself sees the codes and is better than that.
 */
export interface Certificate {
  /** Records with a valid credit code. */
  readonly records: number;
  /** Pairs of records with one code: what was to be found. */
  readonly truePairs: number;
  readonly precision: Estimate;
  readonly recall: Estimate;
  /** Which keys the true pairs share, credit codes hidden. */
  readonly blocking: TruePairsByKey;
}

/** A search for duplicates in a table, by threads or not. */
export type Search = (packed: PackedRecords) => DedupeResult | Promise<DedupeResult>;

/**
 * Measures a search on a table of customers; undefined for other entities and where no code stands
 * twice.
 */
export async function certify(
  packed: PackedRecords,
  search: Search,
  question: KeyQuestion,
): Promise<Certificate | undefined> {
  const codes = packed.columns["uscc"];
  if (codes === undefined) return undefined;
  const truePairs = codes.counts.reduce(
    (sum, count, id) => sum + (id === 0 ? 0 : pairsOf(count)),
    0,
  );
  if (truePairs === 0) return undefined;
  const hidden = { ...packed, columns: { ...packed.columns, uscc: withoutValues(codes) } };
  const { clusters } = await search(hidden);
  const clusterOf = new Map<string, string>();
  for (const { members } of clusters) {
    for (const member of members) clusterOf.set(member, members[0] ?? "");
  }
  const { records, pairs } = evaluateClusters(clusterOf, recordsByCode(packed));
  const blocking = truePairsByKey(hidden, recordsOfCodes(codes), question);
  return { records, truePairs, precision: pairs.precision, recall: pairs.recall, blocking };
}

/** The records of each code that stands twice, in the order of the codes' ids. */
function recordsOfCodes({ values, counts }: PackedColumn): number[][] {
  const groups = new Map<number, number[]>();
  for (const [code, count] of counts.entries()) if (code > 0 && count > 1) groups.set(code, []);
  for (const [record, code] of values.entries()) groups.get(code)?.push(record);
  return [...groups.values()];
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

function withoutValues(column: PackedColumn): PackedColumn {
  const values = sharedInts(column.values.length);
  return { ...column, values, counts: sharedInts(column.counts.length) };
}

function recordsByCode(packed: PackedRecords): Map<string, string> {
  const { values } = columnOf(packed, "uscc");
  const codeOf = new Map<string, string>();
  for (const [record, code] of values.entries()) {
    if (code !== 0) codeOf.set(recordIdAt(packed, record), String(code));
  }
  return codeOf;
}
