import { forEachCandidatePair, type Meetings } from "./blocking-keys/candidate-pairs.ts";
import { blockingKeys } from "./blocking-keys/entity-keys.ts";
import type { KeyFamily } from "./blocking-keys/key-family.ts";
import type { Recall } from "./blocking-keys/recall.ts";
import { joinFamilies, type Postings } from "./blocking-keys/join-families.ts";
import type { PostedTable } from "./blocking-keys/posting-sink.ts";
import { buildPostings, type FamilyPostings } from "./blocking-keys/postings.ts";
import { rowTraits, type RowTraits } from "./blocking-keys/row-traits.ts";
import type { ComparedTable } from "./compared-table.ts";
import { intAt } from "./element-at.ts";
import { createGrowingInts } from "./growing-array.ts";
import {
  createJudge,
  verdicts,
  type JudgeOptions,
  type JudgePair,
  type Judgement,
} from "./judge-pair.ts";
import type { LabelledEvidence } from "./labelled-evidence.ts";
import { layOut } from "./lay-out-table.ts";
import { signLetters } from "./name-letters.ts";
import type { PackedRecords } from "./packed-records.ts";

/**
 * Everything a range of pairs is compared with. Typed arrays in shared memory and plain data, so
 * that it can be posted to workers without a copy.
 */
export interface PreparedComparison extends JudgeOptions {
  readonly table: ComparedTable;
  readonly recall: Recall;
  /** Systems whose rows are a customer each. */
  readonly uniqueWithin?: readonly string[];
  readonly traits: RowTraits;
  readonly postings: Postings;
  /** What the table taught; undefined where it was not asked. */
  readonly learned?: Learned;
}

/** Whether the model was learned from the table, and from how many true pairs. */
export interface Learned {
  /** False where there was too little to learn from: then the given model stands. */
  readonly isTrained: boolean;
  readonly expectedMatches: number;
  /** What labelled pairs say of the thresholds and of the weights. */
  readonly labelled?: LabelledEvidence;
}

/** Pairs worth keeping as columns, with what was counted on the way; positions of records, `left < right`. */
export interface ComparedPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Int32Array;
  readonly verdict: Int32Array;
  readonly rules: Int32Array;
  readonly candidatePairs: number;
  /** Candidates by the family of keys that found them first. */
  readonly pairsByFamily: readonly number[];
}

/** How a table is looked at, before anything is known of its pairs. */
export interface ComparisonOptions extends JudgeOptions {
  readonly recall: Recall;
}

/** Builds the postings of a table once, before its pairs are compared. */
export function prepareComparison(
  packed: PackedRecords,
  options: ComparisonOptions,
): PreparedComparison {
  const laidOut = layOutForComparison(packed);
  const { table, traits } = laidOut;
  const families = postFamilies(laidOut, options);
  return { rules: {}, ...options, table, traits, postings: joinFamilies(families, packed.size) };
}

/** What the keys of a table depend on. */
export type KeyOptions = Pick<ComparisonOptions, "recall" | "granularity">;

/** A table laid out, with what pairs are turned away by. */
export interface LaidOutTable {
  readonly table: ComparedTable;
  readonly traits: RowTraits;
}

/** Lays a table out for comparing; workers may post its families then. So many of its rows may teach. */
export function layOutForComparison(packed: PackedRecords, mostTaught?: number): LaidOutTable {
  const letters = signLetters(packed);
  const table = layOut(packed, letters);
  return { table, traits: rowTraits(table, letters, mostTaught) };
}

/** The groups of all families of keys, or of those at the asked places. */
export function postFamilies(
  laidOut: LaidOutTable,
  { recall, granularity }: KeyOptions,
  asked?: readonly number[],
): FamilyPostings[] {
  const families = blockingKeys(laidOut.table, recall, granularity);
  return buildPostings(families, postedTable(laidOut), "pairs", asked);
}

/** A table as its postings see it. */
export function postedTable({ table, traits }: LaidOutTable): PostedTable {
  return { size: table.packed.size, stride: table.stride, traits };
}

/**
 * Compares the candidate pairs whose later row lies in `[from, to)` and keeps matches and possible
 * ones. Pure: the results of consecutive ranges, joined, are those of the whole range.
 */
export function comparePairsInRange(
  prepared: PreparedComparison,
  from: number,
  to: number,
): ComparedPairs {
  return keepPairs(prepared, meetingsOf(prepared), { from, to });
}

/** The pairs worth keeping of the asked rows, by rank, with earlier ones. */
export function pairsOfRows(prepared: PreparedComparison, asked: Uint8Array): ComparedPairs {
  const meetings = { ...meetingsOf(prepared), asked };
  return keepPairs(prepared, meetings, { from: 0, to: asked.length });
}

/** The pairs worth keeping of which a marked record is one; those of some records may be known already. */
export function pairsAround(
  prepared: PreparedComparison,
  isMarked: Uint8Array,
  isKnown?: Uint8Array,
): ComparedPairs {
  const { order } = prepared.table;
  const meetings = { ...meetingsOf(prepared), around: byRank(order, isMarked) };
  const known = isKnown && byRank(order, isKnown);
  return keepPairs(prepared, meetings, { from: 0, to: order.length, known });
}

/** Later rows of pairs, and by rank 1 for rows whose pairs are passed over. */
interface AskedPairs {
  readonly from: number;
  readonly to: number;
  readonly known?: Uint8Array | undefined;
}

/** Everybody's pairs are judged by this one function: the engine learns once what it does. */
function keepPairs(
  prepared: PreparedComparison,
  meetings: Meetings,
  { from, to, known }: AskedPairs,
): ComparedPairs {
  const { stride, order } = prepared.table;
  const judges = judgesOf(meetings.keys, createJudge(prepared.table, prepared));
  const kept = createPairColumns();
  const pairsByFamily = new Int32Array(meetings.keys.length);
  forEachCandidatePair(meetings, from, to, (left, right, family) => {
    if (known !== undefined && (known[left] === 1 || known[right] === 1)) return;
    const judgement = judges[family]?.(left * stride, right * stride);
    if (judgement === undefined) return;
    pairsByFamily[family] = intAt(pairsByFamily, family) + 1;
    if (judgement.verdict === verdicts.nonMatch) return;
    kept.push(intAt(order, left), intAt(order, right), judgement);
  });
  const candidatePairs = pairsByFamily.reduce((total, pairs) => total + pairs, 0);
  return { ...kept.finish(), candidatePairs, pairsByFamily: [...pairsByFamily] };
}

/** Marks of records, by the ranks of their rows; by a loop, for `from` walks a typed array as a list. */
function byRank(order: Int32Array, marks: Uint8Array): Uint8Array {
  const marked = new Uint8Array(order.length);
  for (let rank = 0; rank < order.length; rank += 1) marked[rank] = marks[intAt(order, rank)] ?? 0;
  return marked;
}

/** How to judge the pairs that each family finds; undefined is no candidate. */
export function judgesOf(
  keys: readonly KeyFamily[],
  { judge, judgeLate, judgeWeak }: JudgePair,
): JudgePair["judgeWeak"][] {
  const lastValue = keys.findLastIndex(({ isValue }) => isValue);
  return keys.map(({ needsNames }, at) => {
    if (needsNames) return judgeWeak;
    return at > lastValue ? judgeLate : judge;
  });
}

/** Who can meet whom in a prepared table. */
export function meetingsOf({
  table,
  recall,
  granularity,
  traits,
  postings,
  hidden,
}: PreparedComparison): Meetings {
  const keys = blockingKeys(table, recall, granularity);
  return { keys, postings, traits, ...(hidden !== undefined && { hidden }) };
}

/** Joins the results of consecutive ranges. */
export function joinComparedPairs(parts: readonly ComparedPairs[]): ComparedPairs {
  const [first, ...rest] = parts;
  if (first !== undefined && rest.length === 0) return first;
  const families = first?.pairsByFamily ?? [];
  return {
    left: joined(parts.map(({ left }) => left)),
    right: joined(parts.map(({ right }) => right)),
    weight: joined(parts.map(({ weight }) => weight)),
    verdict: joined(parts.map(({ verdict }) => verdict)),
    rules: joined(parts.map(({ rules }) => rules)),
    candidatePairs: sum(parts.map((part) => part.candidatePairs)),
    pairsByFamily: families.map((_, at) => sum(parts.map((part) => part.pairsByFamily[at] ?? 0))),
  };
}

/** The columns of pairs alone. */
export type PairColumns = Omit<ComparedPairs, "candidatePairs" | "pairsByFamily">;

/** Collects pairs that are worth keeping. */
export function createPairColumns(): {
  push(left: number, right: number, judgement: Judgement): void;
  finish(): PairColumns;
} {
  const lefts = createGrowingInts();
  const rights = createGrowingInts();
  const weights = createGrowingInts();
  const verdictsOfPairs = createGrowingInts();
  const rulesOfPairs = createGrowingInts();
  return {
    push(left, right, { weight, verdict, rules }) {
      lefts.push(Math.min(left, right));
      rights.push(Math.max(left, right));
      weights.push(weight);
      verdictsOfPairs.push(verdict);
      rulesOfPairs.push(rules);
    },
    finish: () => ({
      left: lefts.toShared(),
      right: rights.toShared(),
      weight: weights.toShared(),
      verdict: verdictsOfPairs.toShared(),
      rules: rulesOfPairs.toShared(),
    }),
  };
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(sum(parts.map(({ length }) => length)));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
