import type { Decision } from "../../model/golden.ts";
import { textHash } from "../../text/text-hash.ts";
import { weighContests } from "../cluster/contested-pairs.ts";
import {
  joinComparedPairs,
  pairsOfRows,
  type ComparedPairs,
  type PreparedComparison,
} from "../compare-pairs.ts";
import type { KnownLabels } from "../labelled-evidence.ts";
import { findDecidedPairs, type DecidedPair } from "../decided-pairs.ts";
import { Dictionary } from "../dictionary.ts";
import { intAt } from "../element-at.ts";
import { verdicts } from "../judge-pair.ts";
import { recordIdAt, type PackedRecords } from "../packed-records.ts";
import { drawWindows, surroundingRows } from "./asked-rows.ts";
import { codeColumn, codesThatTell } from "./telling-codes.ts";

/** A pair of which it is known whether it is one, weighed without what told it. */
export interface WeighedLabel {
  /** Milli-bits, contests taken off. */
  readonly weight: number;
  readonly isSame: boolean;
  /** One half of the companies is chosen by, the other one checks the choice. */
  readonly isHeldOut: boolean;
}

/** What is known beside the credit codes. */
export interface KnownTruth {
  readonly decisions?: readonly Decision[];
  readonly labels?: KnownLabels | undefined;
}

/**
 * The pairs that only their weight decides about and of which it is known what they are: candidates
 * with a valid credit code on both sides, weighed as if the codes were not there, and pairs that
 * people decided. Of large tables a part is looked at, `mostRows` rows of it.
 */
export function labelledPairs(
  given: PreparedComparison,
  known: KnownTruth,
  mostRows: number,
): WeighedLabel[] {
  const prepared: PreparedComparison = { ...given, hidden: codeColumn };
  const { packed } = prepared.table;
  const codes = identityOf(prepared, known);
  const decided = findDecidedPairs(packed, pairsByPeople(known));
  if (codes === undefined && decided.length === 0) return [];
  const { drawn, pairs } = pairsOfSome(prepared, { codes, decided, mostRows });
  const byPeople = new Map(decided.map(({ left, right, same }) => [`${left} ${right}`, same]));
  const labelOf = (left: number, right: number): boolean | undefined => {
    const code = codes?.[left] ?? 0;
    const other = codes?.[right] ?? 0;
    const isTold = code !== 0 && other !== 0 && (drawn[left] === 1 || drawn[right] === 1);
    return isTold ? code === other : byPeople.get(`${left} ${right}`);
  };
  const isHeldOut = createHalves(packed, codes);
  const labelled: WeighedLabel[] = [];
  for (let at = 0; at < pairs.left.length; at += 1) {
    const left = intAt(pairs.left, at);
    const right = intAt(pairs.right, at);
    const isSame = labelOf(left, right);
    if (isSame === undefined || !isDecidedByWeight(pairs, at)) continue;
    labelled.push({ weight: intAt(pairs.weight, at), isSame, isHeldOut: isHeldOut(left) });
  }
  return labelled;
}

interface SomePairs {
  /** 1 for records that were drawn. */
  readonly drawn: Uint8Array;
  /** Their pairs worth keeping and those of whoever may contest these, contests taken off. */
  readonly pairs: ComparedPairs;
}

function pairsOfSome(
  prepared: PreparedComparison,
  { codes, decided, mostRows }: SomeQuestion,
): SomePairs {
  const { table } = prepared;
  const { order } = table;
  const rows =
    codes === undefined ? new Uint8Array(order.length) : drawWindows(order.length, mostRows);
  const isTold = (left: number, right: number): boolean =>
    codes !== undefined && codes[left] !== 0 && codes[right] !== 0;
  const pairs = pairsOfRows(prepared, rows);
  const beside = surroundingRows(table, { drawn: rows, pairs, isTold, decided });
  const all = joinComparedPairs([pairs, pairsOfRows(prepared, beside)]);
  const drawn = new Uint8Array(order.length);
  for (let rank = 0; rank < order.length; rank += 1) drawn[intAt(order, rank)] = rows[rank] ?? 0;
  return { drawn, pairs: weighContests(prepared, all) };
}

interface SomeQuestion {
  readonly codes: Int32Array | undefined;
  readonly decided: readonly DecidedPair[];
  readonly mostRows: number;
}

/** What each record is, 0 where nobody knows: its labelled entity where there are such, else its code. */
function identityOf(prepared: PreparedComparison, { labels }: KnownTruth): Int32Array | undefined {
  if (labels === undefined || !("get" in labels)) return codesThatTell(prepared);
  const { packed } = prepared.table;
  const dictionary = new Dictionary();
  const entities = Int32Array.from({ length: packed.size }, (_, record) =>
    dictionary.idOf(labels.get(recordIdAt(packed, record)) ?? ""),
  );
  return entities.some((entity) => entity !== 0) ? entities : codesThatTell(prepared);
}

/** Labelled pairs come before decisions, which outrank them. */
function pairsByPeople({ decisions = [], labels }: KnownTruth): readonly Decision[] {
  if (labels === undefined || "get" in labels) return decisions;
  return [...labels.map(({ left, right, same }) => ({ id: 0, left, right, same })), ...decisions];
}

/** A pair that a rule leaves to a person is none that weighs too little. */
function isDecidedByWeight({ verdict, rules }: ComparedPairs, at: number): boolean {
  return verdict[at] === verdicts.match || rules[at] === 0;
}

/** Whether the company of a record is held out: by the id of the first record that has its code. */
function createHalves(
  packed: PackedRecords,
  codes: Int32Array | undefined,
): (record: number) => boolean {
  const firsts = firstRecords(codes);
  return (record) => {
    const code = codes?.[record] ?? 0;
    const first = code === 0 ? record : intAt(firsts, code);
    return textHash(recordIdAt(packed, first)) % 2 === 1;
  };
}

/** Code -> the first record that has it. */
function firstRecords(codes: Int32Array = new Int32Array(0)): Int32Array {
  let largest = 0;
  for (let record = 0; record < codes.length; record += 1) {
    largest = Math.max(largest, intAt(codes, record));
  }
  const firsts = new Int32Array(largest + 1).fill(-1);
  for (let record = codes.length - 1; record >= 0; record -= 1)
    firsts[intAt(codes, record)] = record;
  return firsts;
}
