import { truePairsByKey, type TruePairsByKey } from "./blocking-keys/true-pairs-by-key.ts";
import { clusterPairs } from "./cluster/cluster-pairs.ts";
import { weighContests } from "./cluster/contested-pairs.ts";
import { uniqueSystems, withoutTwins } from "./cluster/unique-systems.ts";
import { joinComparedPairs, pairsAround, type PreparedComparison } from "./compare-pairs.ts";
import type { DecidedPair } from "./decided-pairs.ts";
import { intAt } from "./element-at.ts";
import { ascending, sharedInts } from "./growing-array.ts";
import { mix } from "./mix.ts";
import type { PackedColumn } from "./packed-records.ts";
import { codeColumn, codesThatTell } from "./train/telling-codes.ts";
import { estimateShare, type Estimate } from "./wilson.ts";

/**
 * What a search for duplicates is worth on this very table, measured on the companies whose credit
 * code is known: their records are searched once more with all codes hidden, and the codes say what
 * should have been found. The search itself sees the codes and is better than that.
 */
export interface Certificate {
  /** Records with a valid credit code that were asked. */
  readonly records: number;
  /** Pairs of them with one code: what was to be found. */
  readonly truePairs: number;
  readonly precision: Estimate;
  readonly recall: Estimate;
  /** Which keys the true pairs share, credit codes hidden. */
  readonly blocking: TruePairsByKey;
}

/** About as many records are asked, companies drawn by a hash of their code's place among all codes. */
const mostAsked = 20_000;

/**
 * Measures the search of a table of customers; undefined for other entities, where no code that is
 * asked stands twice, and where codes do not tell customers apart (a group is one, H1 is off). Of larger tables a sample of companies is asked: whatever they are compared
 * with, and whatever that is compared with, is compared again and clustered.
 */
export function certify(
  given: PreparedComparison,
  decided: readonly DecidedPair[] = [],
): Certificate | undefined {
  const codes = given.table.packed.columns[codeColumn];
  if (codes === undefined || codesThatTell(given) === undefined) return undefined;
  const asked = askedCodes(codes);
  const groups = recordsOfCodes(codes, asked);
  const truePairs = groups.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  if (truePairs === 0) return undefined;
  const prepared = withoutCodes(given, codes);
  const isAsked = askedRecords(codes.values, asked);
  const roots = clusterAround(prepared, isAsked, decided);
  const { found, right, records } = countFound(roots, codes.values, isAsked);
  const blocking = truePairsByKey(prepared, groups, codeColumn);
  const precision = estimateShare(right, found);
  return { records, truePairs, precision, recall: estimateShare(right, truePairs), blocking };
}

/** 1 for the codes that are asked. */
function askedCodes({ values, counts }: PackedColumn): Uint8Array {
  const coded = values.reduce((sum, code) => sum + (code === 0 ? 0 : 1), 0);
  const most = 0xffff_ffff / Math.max(1, Math.ceil(coded / mostAsked));
  return Uint8Array.from(counts, (_, code) => (code > 0 && mix(19, code) >>> 0 <= most ? 1 : 0));
}

function askedRecords(codes: Int32Array, asked: Uint8Array): Uint8Array {
  const isAsked = new Uint8Array(codes.length);
  for (let record = 0; record < codes.length; record += 1) {
    isAsked[record] = asked[intAt(codes, record)] ?? 0;
  }
  return isAsked;
}

/** The records of each asked code that stands twice, in the order of the codes' ids. */
function recordsOfCodes({ values, counts }: PackedColumn, asked: Uint8Array): number[][] {
  const groups = new Map<number, number[]>();
  for (let code = 0; code < counts.length; code += 1) {
    if (asked[code] === 1 && intAt(counts, code) > 1) groups.set(code, []);
  }
  for (let record = 0; record < values.length; record += 1) {
    if (asked[intAt(values, record)] === 1) groups.get(intAt(values, record))?.push(record);
  }
  return [...groups.values()];
}

/** The same comparison where nobody has a code: neither keys nor comparisons nor clusters see any. */
function withoutCodes(given: PreparedComparison, codes: PackedColumn): PreparedComparison {
  const { packed } = given.table;
  const column = {
    ...codes,
    values: sharedInts(codes.values.length),
    counts: sharedInts(codes.counts.length),
  };
  const columns = { ...packed.columns, [codeColumn]: column };
  return {
    ...given,
    hidden: codeColumn,
    table: { ...given.table, packed: { ...packed, columns } },
  };
}

/** Clusters as far as the asked records see them: their pairs, and the pairs of whom they meet. */
function clusterAround(
  prepared: PreparedComparison,
  isAsked: Uint8Array,
  decided: readonly DecidedPair[],
): Int32Array {
  const { packed } = prepared.table;
  const first = pairsAround(prepared, isAsked);
  const isMet = new Uint8Array(isAsked.length);
  for (const column of [first.left, first.right]) {
    for (const record of column) isMet[record] = 1 - (isAsked[record] ?? 0);
  }
  const pairs = joinComparedPairs([first, pairsAround(prepared, isMet, isAsked)]);
  const apart = withoutTwins(pairs, uniqueSystems(packed, prepared.uniqueWithin ?? []));
  return clusterPairs(prepared, weighContests(prepared, apart), decided);
}

interface FoundPairs {
  readonly found: number;
  readonly right: number;
  readonly records: number;
}

/**
 * Pairs of coded records in one cluster. A pair counts half for each of its records that is asked, so
 * that a sample has the share of wrong ones that the table has.
 */
function countFound(roots: Int32Array, codes: Int32Array, isAsked: Uint8Array): FoundPairs {
  const coded = ascending(codes.length).filter((record) => codes[record] !== 0);
  const byCluster = new Map<number, number[]>();
  for (const record of coded) if (isAsked[record] === 1) byCluster.set(intAt(roots, record), []);
  for (const record of coded) byCluster.get(intAt(roots, record))?.push(record);
  let [found, right, records] = [0, 0, 0];
  for (const members of byCluster.values()) {
    for (const record of members) {
      if (isAsked[record] !== 1) continue;
      const alike = members.filter((other) => codes[other] === codes[record]).length;
      found += (members.length - 1) / 2;
      right += (alike - 1) / 2;
      records += 1;
    }
  }
  return { found, right, records };
}
